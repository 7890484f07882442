internal import HearsayCore

/// By what an article is known again: its canonical address, else its address, else its bytes.
///
/// A page may name any address as its own. It is believed where the site that answered has the same owner; whoever else
/// copies an article, or says so, has an article of their own.
enum ArticleKey {
    static func key(of document: Document, capture: CaptureRecord, digest: String) -> String {
        let answered = [capture.finalURL, capture.url].lazy.compactMap { $0 }.first(where: isAddress)
        let site = answered.flatMap(WebSite.init)
        let stated = [document.canonicalURL, document.url].lazy.compactMap { $0 }.map(withoutFragment).filter(isAddress)
        let own = stated.first { address in
            guard let site else { return true }
            return WebSite(address)?.hasOwner(of: site) ?? false
        }
        return (own ?? answered.map(withoutFragment) ?? digest).column
    }

    /// What the key can be, whichever of them this version takes: ledgers of earlier versions hold others.
    static func candidates(of document: Document, capture: CaptureRecord, digest: String) -> Set<String> {
        let addresses = [document.canonicalURL, document.url, capture.finalURL, capture.url].compactMap { $0 }
        return Set((addresses + addresses.map(withoutFragment) + [digest]).map(\.column))
    }

    /// Only a web address tells articles apart; "n/a" may be said of many.
    private static func isAddress(_ text: String) -> Bool {
        let lower = text.lowercased()
        return ["http://", "https://"].contains { lower.hasPrefix($0) && lower.utf8.count > $0.utf8.count }
    }

    /// The part after "#" names a place within the article.
    private static func withoutFragment(_ url: String) -> String { String(url.prefix { $0 != "#" }) }
}
