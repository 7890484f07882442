import HearsayCore

extension Document {
    /// What to call the article: its headline, else the caller's own id, else its first words.
    func title(id: String?) -> String {
        if let name = headline ?? id { return name }
        let words = text.string(text.trimmed(body)).split(whereSeparator: \.isWhitespace)
        let first = words.prefix(10).joined(separator: " ")
        return words.count > 10 ? first + " …" : first
    }
}
