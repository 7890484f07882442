import Testing

@testable import HearsayCore
@testable import HearsayReading

@Suite struct SpanRepairTests {
    /// Brackets in the input stand around the content that was labelled, "{}" around another span.
    private func repaired(_ marked: String) throws -> String {
        let words = marked.split(separator: " ").map(String.init)
        let plain = words.filter { !["[", "]", "{", "}"].contains($0) }
        let sequence = try TinyVocabulary.sequence(plain.joined(separator: " "))
        try #require(sequence.count == plain.count)
        var spans: [RoleSpan] = []
        var (at, start) = (0, 0)
        for word in words {
            switch word {
            case "[", "{": start = at
            case "]": spans.append(RoleSpan(role: .content, words: start..<at))
            case "}": spans.append(RoleSpan(role: .cue, words: start..<at))
            default: at += 1
            }
        }
        let out = SpanRepair.repaired(spans, in: sequence)
        #expect(out.map(\.role) == spans.map(\.role))
        return out.filter { $0.role == .content }.map { plain[$0.words].joined(separator: " ") }.joined(
            separator: " + ")
    }

    @Test(arguments: [
        "“ [ a b ] ” c => “ a b ”",
        "[ “ a b ] ” c => “ a b ”",
        "[ “ a b ] , ” c => “ a b , ”",
        "[ \" a b ] \" c => \" a b \"",
        "[ « a b ] » c => « a b »",
        "\" [ a b ] \" => \" a b \"",
        "[ a b ] c => a b",
        "[ “ a b ] c ” => “ a b",
        "[ “ a b ” ] c => “ a b ”",
        "“ a [ b ] ” c => b ”",
        "[ a “ b ] ” => a “ b ”",
        "[ “ a ] { ” } => “ a",
        "{ “ } [ a ] ” b => a ”",
        "[ “ a b ] , c ” => “ a b",
        "[ “ a ] => “ a",
    ]) func quotationMarks(_ line: String) throws {
        let (input, wanted) = row(line)
        let found = try repaired(input)
        #expect(found == wanted)
    }

    @Test func aMarkIsGivenOnce() throws {
        // The mark between two contents belongs to the first that wants it.
        #expect(try repaired("[ \" a ] \" [ b ]") == "\" a \" + b")
    }

    @Test func aClosingMarkOfTheNextParagraphIsNotTaken() throws {
        let sequence = try TinyVocabulary.sequence("“ a b", "” c")
        let spans = [RoleSpan(role: .content, words: 0..<3)]
        #expect(SpanRepair.repaired(spans, in: sequence) == spans)
    }
}
