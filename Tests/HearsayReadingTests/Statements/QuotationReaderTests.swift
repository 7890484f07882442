import Testing

@testable import HearsayCore
@testable import HearsayReading

@Suite struct QuotationReaderTests {
    /// Brackets stand around the contents.
    @Test(arguments: [
        "Kolen said [the gate is shut]. => indirect",
        "Kolen said [that it is shut]. => indirect",
        "[“It is shut,”] Kolen said. => direct",
        "[\"It is shut,\"] Kolen said. => direct",
        "[«It is shut»], Kolen said. => direct",
        "“[It is shut],” Kolen said. => direct",
        "[‘It is shut,’] Kolen said. => direct",
        "Kolen said [the gate is “shut for good”]. => mixed",
        "Kolen said [that “it is shut”]. => direct",
        "[“It is shut,”] Kolen said, [“and locked.”] => direct",
        "[“It is shut,”] Kolen said, adding [it is locked]. => mixed",
        "[“It is ‘shut’ now,”] Kolen said. => direct",
        "[“They call it ‘shut] for good’,” Kolen said. => direct",
        "Kolen said [it isn't shut]. => indirect",
        "Kolen said [it is the pilots’ gate]. => indirect",
        "Kolen said [the 'old' gate is shut]. => mixed",
        "[“It is shut.] It is locked,” Kolen said. => direct",
        "“It is shut,” she said. [It is locked], Kolen said. => indirect",
        "[“”] Kolen said. => indirect",
    ]) func quotation(_ line: String) throws {
        let (input, wanted) = row(line)
        var (plain, spans, start) = ([UInt8](), [TextSpan](), 0)
        for byte in input.utf8 {
            switch byte {
            case UInt8(ascii: "["): start = plain.count
            case UInt8(ascii: "]"): spans.append(TextSpan(start, plain.count))
            default: plain.append(byte)
            }
        }
        let passage = try Passage(String(decoding: plain, as: UTF8.self))
        #expect(QuotationReader.quotation(spans, passage.prose).rawValue == wanted)
    }

    @Test func aParagraphBeginsOutsideQuotations() throws {
        let passage = try Passage("“It is shut, Kolen said.\n\nIt is locked.")
        #expect(QuotationReader.quotation([try passage.span("It is locked")], passage.prose) == .indirect)
    }

    @Test func nothingIsQuotedInNothing() throws {
        #expect(QuotationReader.quotation([], try Passage("It rained.").prose) == .indirect)
        #expect(QuotationReader.quotation([TextSpan(0, 0)], try Passage("").prose) == .indirect)
    }

    @Test(
        arguments: [
            ("\"", .either, true), ("“", .opening, true), ("”", .closing, true), ("«", .opening, true),
            ("»", .closing, true),
            ("'", .either, false), ("‘", .opening, false), ("’", .closing, false), ("‚", .opening, false),
        ] as [(String, QuotationMark.Side, Bool)])
    func marks(_ string: String, _ side: QuotationMark.Side, _ isDouble: Bool) throws {
        let text = SourceText(string)
        let mark = try #require(QuotationMark(text, text.span))
        #expect(mark.side == side && mark.isDouble == isDouble)
        #expect(QuotationMark(text, TextSpan(0, 0)) == nil)
        let longer = SourceText(string + "a")
        #expect(QuotationMark(longer, longer.span) == nil)
    }
}
