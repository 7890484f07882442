internal import HearsayCore

/// By what an article is known again: its canonical address, else its address, else its bytes.
enum ArticleKey {
    static func key(of document: Document, capture: CaptureRecord, digest: String) -> String {
        let addresses = [document.canonicalURL, document.url, capture.finalURL, capture.url]
        let address = addresses.lazy.compactMap { $0 }.map(withoutFragment).first { !$0.isEmpty }
        return (address ?? digest).column
    }

    /// The part after "#" names a place within the article.
    private static func withoutFragment(_ url: String) -> String { String(url.prefix { $0 != "#" }) }
}
