internal import HearsayCore

/// The words of a line, asked by their places. Outside of it there are none.
struct LineWords: Sendable {
    let words: [Word]
    let mentions: [Glossary.Mention]
    /// Where each sentence but the first begins.
    let starts: Set<Int>
    /// The words of both versions.
    let entries: [Glossary.Entry]

    func lower(_ i: Int) -> String { i >= 0 && i < words.count ? words[i].lower : "" }

    func traits(_ i: Int) -> WordTraits { i >= 0 && i < mentions.count ? mentions[i].traits : [] }

    /// What is known of a word of the line.
    func entry(_ i: Int) -> Glossary.Entry { entries[mentions[i].number] }
}
