/// How the forecasts of a source ended.
public struct Record: Hashable, Sendable {
    /// Forecasts that are not settled.
    public var open: Int
    /// Forecasts that came true.
    public var isTrue: Int
    /// Forecasts that did not.
    public var isFalse: Int
    /// Forecasts that cannot be settled; they do not count.
    public var void: Int
    /// The share that came true: the 95 % Jeffreys interval, from 0 to 1; nil while nothing is settled.
    public var interval: ClosedRange<Double>?

    /// A record.
    public init(open: Int, isTrue: Int, isFalse: Int, void: Int, interval: ClosedRange<Double>?) {
        (self.open, self.isTrue, self.isFalse, self.void, self.interval) = (open, isTrue, isFalse, void, interval)
    }
}
