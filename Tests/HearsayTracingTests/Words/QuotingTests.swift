import Testing

@testable import HearsayCore
@testable import HearsayTracing

@Suite struct QuotingTests {
    /// The quoted words of sentences that "|" parts.
    private func quoted(_ line: String) -> [String] {
        var (all, ranges) = ([Word](), [Range<Int>]())
        for sentence in line.split(separator: "|") {
            let next = words(String(sentence))
            ranges.append(all.count..<all.count + next.count)
            all += next
        }
        return zip(all, Quoting.flags(all, sentences: ranges)).filter { $0.1 && $0.0.kind != .punctuation }.map(
            \.0.lower)
    }

    @Test(arguments: [
        ("He said “come in” and left", "come in"), ("\"Come in,\" he said", "come in"), ("It's the ship's bell", ""),
        // A straight quotation that is not closed is opened anew by the next paragraph.
        ("\"Come in |\"and sit\" he said", "come in and sit"), ("“Come in |and sit” he said", "come in and sit"),
    ])
    func marks(_ line: String, _ wanted: String) { #expect(quoted(line).joined(separator: " ") == wanted) }
}
