/// How much an archive may cost. Beyond it there is a problem that says so, and the rest goes on.
public struct ArchiveLimits: Hashable, Sendable {
    /// Bytes of one record's block; a larger record is passed over.
    public var record = 64 << 20
    /// Bytes of the header fields of one record, and of the head of one HTTP message.
    public var headerBytes = 128 << 10
    /// Header fields of one record or one HTTP message.
    public var headers = 500
    /// Bytes of a page, after decompression.
    public var body = 16 << 20
    /// Bytes that one compressed byte may become, once more than ``freely`` have come of them.
    public var ratio = 200
    /// Bytes that anything compressed may become, however tightly it is packed.
    public var freely = 4 << 20
    /// Files in a WACZ.
    public var entries = 10_000
    /// Bytes of the description of a WACZ, and of one line in its lists of pages.
    public var description = 4 << 20
    /// Bytes of one list of pages in a WACZ.
    public var list = 32 << 20
    /// Pages of one list; those behind them are read without their titles.
    public var pages = 200_000
    /// Problems that are told apart; beyond them, reading ends.
    public var problems = 10_000

    /// Limits that fit the collections of a newsroom: records of 64 MiB, pages of 16 MiB.
    public init() {}

    /// The most that `count` compressed bytes may become.
    func expansion(of count: Int) -> Int {
        let (product, overflow) = count.multipliedReportingOverflow(by: ratio)
        return overflow ? .max : max(freely, product)
    }
}
