internal import HearsayCore

/// By what an article is known again: its canonical address, else its address, else its bytes.
enum ArticleKey {
    static func key(of document: Document, capture: CaptureRecord, digest: String) -> String {
        let addresses = [document.canonicalURL, document.url, capture.finalURL, capture.url]
        let address = addresses.lazy.compactMap { $0 }.map(withoutFragment).first(where: isAddress)
        return (address ?? digest).column
    }

    /// Only a web address tells articles apart; "n/a" may be said of many.
    private static func isAddress(_ text: String) -> Bool {
        let lower = text.lowercased()
        return ["http://", "https://"].contains { lower.hasPrefix($0) && lower.utf8.count > $0.utf8.count }
    }

    /// The part after "#" names a place within the article.
    private static func withoutFragment(_ url: String) -> String { String(url.prefix { $0 != "#" }) }
}
