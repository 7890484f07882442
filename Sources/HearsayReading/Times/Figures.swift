public import HearsayCore

/// The times and the numbers of a whole document, inside statements or not. No model is needed.
public struct Figures: Hashable, Sendable {
    /// The times, in order.
    public let times: [TimeExpression]
    /// The numbers, in order, those without a unit included; never a part of a time.
    public let quantities: [Quantity]

    /// Reads a document. What it tells of its own publication anchors "Friday" and "in an hour".
    public init(of document: Document) {
        self.init(text: document.text, blocks: document.blocks, published: document.published)
    }

    /// Reads the blocks of a text.
    init(text: SourceText, blocks: [Document.Block], published: String?) {
        var (times, quantities, context) = ([TimeExpression](), [Quantity](), TimeContext())
        let minute = published.flatMap(Self.minute)
        let day = published.flatMap { CivilDay(iso: $0) }
        for block in blocks {
            let found = TimeReader().times(
                in: text, paragraph: block.span, published: day, minute: minute, context: &context)
            quantities += QuantityReader(countsBare: true)
                .quantities(in: text, span: block.span, times: found)
            times += found
        }
        (self.times, self.quantities) = (times, quantities)
    }

    /// The time of day of an RFC 3339 time ("2024-03-22T14:30:00Z"); nil for a day alone.
    private static func minute(_ published: String) -> TimeExpression.MinuteOfDay? {
        let bytes = Array(published.utf8.dropFirst(10).prefix(6))
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
            [bytes[1], bytes[2], bytes[4], bytes[5]].allSatisfy(\.isASCIIDigit)
        else { return nil }
        let digits = bytes.map { Int($0) - 0x30 }
        return min((digits[1] * 10 + digits[2]) * 60 + digits[4] * 10 + digits[5], 1439)
    }
}
