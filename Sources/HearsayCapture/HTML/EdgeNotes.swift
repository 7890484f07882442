import HearsayCore

/// Notes of changes among the first and last paragraphs of a body, where a note needs no label.
struct EdgeNotes {
    private var first: [Document.Update] = []
    private var last: [Document.Update] = []

    /// Paragraphs of prose that may stand between a note and the end of the body.
    private static let mostBehind = 2
    private static let most: [Document.Update.Kind: Int] = [.update: 700]
    private static let mostBytes = 1500

    /// Takes the notes out of a body's paragraphs. Those that have a label are left for who looks at all paragraphs.
    init(takenFrom paragraphs: inout [BodyText.Paragraph]) {
        let isRunning = paragraphs.count { UpdateNote.kind(of: $0.words[...]) == .update } > 2
        var taken: [Int: Document.Update.Kind] = [:]
        for index in Self.edges(of: paragraphs) where !paragraphs[index].isHeading {
            let words = paragraphs[index].words[...]
            guard UpdateNote.kind(of: words) == nil, let kind = UpdateNote.kind(of: words, atEdge: true),
                words.count <= Self.most[kind] ?? Self.mostBytes, !(isRunning && kind == .update)
            else { continue }
            taken[index] = kind
        }
        guard !taken.isEmpty, taken.count < paragraphs.count else { return }
        for index in taken.keys.sorted() {
            guard let kind = taken[index] else { continue }
            let update = Document.Update(kind: kind, text: paragraphs[index].words[...].string)
            if index < 2 { first.append(update) } else { last.append(update) }
        }
        paragraphs = paragraphs.indices.filter { taken[$0] == nil }.map { paragraphs[$0] }
    }

    /// These notes and those in between.
    func around(_ inner: [Document.Update]) -> [Document.Update] { first + inner + last }

    /// The first two paragraphs, and those at the end with at most two of prose behind them.
    private static func edges(of paragraphs: [BodyText.Paragraph]) -> [Int] {
        var (out, behind, index) = ([Int](), 0, paragraphs.count)
        while index > 0, behind <= mostBehind {
            index -= 1
            out.append(index)
            let words = paragraphs[index].words[...]
            if words.count >= 80, SentenceEnd.closes(words), UpdateNote.kind(of: words, atEdge: true) == nil {
                behind += 1
            }
        }
        return out + (0..<min(2, index))
    }
}
