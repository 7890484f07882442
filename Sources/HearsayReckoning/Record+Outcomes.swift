public import HearsayCore

extension Record {
    /// The record that forecasts with these outcomes make.
    public init(of outcomes: some Sequence<Claim.Outcome>) {
        self.init(open: 0, isTrue: 0, isFalse: 0, void: 0, interval: nil)
        for outcome in outcomes {
            switch outcome {
            case .open: open += 1
            case .true: isTrue += 1
            case .false: isFalse += 1
            case .void: void += 1
            }
        }
        interval = JeffreysInterval.bounds(successes: isTrue, of: isTrue + isFalse)
    }
}
