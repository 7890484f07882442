import Testing

@testable import HearsayCore
@testable import HearsayReading

/// Published on Friday, 29 March 2024; brackets mark the content.
@Suite struct DueReaderTests {
    @Test(arguments: [
        ("He said [it will stay shut until at least Sunday].", "2024-03-31"),
        ("He said [it will end no later than 3 May].", "2024-05-03"),
        ("He said [it may resume next week].", "2024-04-07"),
        ("He vows [to return it by the end of the year].", "2024-12-31"),
        ("He says [it will be ready by 2035].", "2035-12-31"), ("[We go again on Saturday], he said.", "2024-03-30"),
        ("He said [it will halve output from October].", "2024-10-31"), ("He said [it will happen].", "nil"),
        ("He said [it happened in 2016].", "nil"), ("He said [he would appeal within 28 days].", "2024-04-26"),
        ("He reckons [July].", "2024-07-31"),
        ("He says [the club will fold before the season starts on 9 August].", "2024-08-08"),
        ("He said [if it rains on Monday, the wall will fall by Tuesday].", "2024-04-02"),
        ("He said [it will open tomorrow].", "2024-03-30"),
        ("He expects [it before the end of May].", "2024-05-31"),
        ("He says [it would fail before the decade was out].", "2029-12-31"),
        ("He said [it will open tomorrow night].", "2024-03-30"),
        ("He said [it will start at 9 p.m.].", "2024-03-29"),
        ("He says [Kolen said on Friday that it will open].", "nil"),
    ])
    func due(_ marked: String, _ wanted: String) {
        let (text, content) = Self.read(marked)
        var context = TimeContext()
        let published = CivilDay(2024, 3, 29)
        let times = TimeReader().times(in: text, paragraph: text.span, published: published, context: &context)
        let found = DueReader().due(in: text, content: [content], times: times, published: published)
        #expect(found.map { $0.end.description } ?? "nil" == wanted)
    }

    @Test(arguments: [
        ("The mayor {said} on Thursday [that she was ill].", "2024-03-28"),
        ("[It burned], the mayor {said} Friday.", "2024-03-29"),
        ("On Monday the mayor {denied} [that she was ill].", "2024-03-25"),
        ("The mayor {said} [she was ill on Monday].", "nil"),
        ("The mayor {said} [it will open on Monday].", "nil"),
        ("[It burned], he {told} viewers last night.", "2024-03-28"),
        ("Those who saw the book, which is to be read on Monday, {say} [he will leave].", "nil"),
        ("The mayor {said} Wednesday [the tunnel would reopen in October].", "2024-03-27"),
    ])
    func said(_ marked: String, _ wanted: String) {
        var bytes = Array(marked.utf8)
        let open = bytes.firstIndex(of: UInt8(ascii: "{")) ?? 0
        bytes.remove(at: open)
        let close = bytes.firstIndex(of: UInt8(ascii: "}")) ?? 0
        bytes.remove(at: close)
        let before = bytes[..<open].filter { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }.count
        let (text, content) = Self.read(String(decoding: bytes, as: UTF8.self))
        var context = TimeContext()
        let published = CivilDay(2024, 3, 29)
        let times = TimeReader().times(in: text, paragraph: text.span, published: published, context: &context)
        let found = SaidReader().said(
            cue: TextSpan(open - before, close - before), content: [content], sentence: text.span, times: times,
            published: published)
        #expect(found.map { $0.start.description } ?? "nil" == wanted)
    }

    private static func read(_ marked: String) -> (SourceText, TextSpan) {
        let bytes = Array(marked.utf8)
        let open = bytes.firstIndex(of: UInt8(ascii: "[")) ?? 0
        let close = (bytes.firstIndex(of: UInt8(ascii: "]")) ?? 1) - 1
        let plain = bytes.filter { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") }
        return (SourceText(String(decoding: plain, as: UTF8.self)), TextSpan(open, max(open, close)))
    }
}
