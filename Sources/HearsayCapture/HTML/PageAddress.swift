import HearsayCore

/// The addresses of a page: the one it states for itself, and the one that its links count from.
struct PageAddress {
    /// The address under which the page wants to be known; nil when it states none.
    let canonical: String?
    /// Where the page was found, else what it states.
    let url: String?
    /// What relative links count from.
    let base: String?

    /// The addresses of a page that was found at `url`, if that is known.
    init(_ head: PageHead, url: String?) {
        let open = head.value(["og:url"]).map { Array($0.utf8)[...] }
        let outside = url ?? open.flatMap { Self.absolute($0, base: nil) }
        let start = head.baseLink.flatMap { Self.absolute($0, base: outside) } ?? outside
        let link = head.canonicalLink.flatMap { Self.absolute($0, base: start) }
        let canonical = Self.choose(link: link, open: open.flatMap { Self.absolute($0, base: start) })
        let page = url ?? canonical
        (self.canonical, self.url) = (canonical, page)
        base = head.baseLink.flatMap { Self.absolute($0, base: page) } ?? page
    }

    private static func absolute(_ address: ByteSlice, base: String?) -> String? {
        guard let url = WebAddress.resolve(address, base: base) else { return nil }
        let bytes = Array(url.utf8)[...]
        let isWeb = bytes.startsIgnoringCase("http://") || bytes.startsIgnoringCase("https://")
        return isWeb && WebAddress.host(of: bytes) != nil ? url : nil
    }

    /// The canonical link, unless it is the outlet's home page while the page's own account of itself (`og:url`) names
    /// another page of the outlet: some sites put the same link on every page.
    private static func choose(link: String?, open: String?) -> String? {
        guard let link, let open else { return link ?? open }
        guard isHome(link), !isHome(open) else { return link }
        return RegisteredDomain.of(address: link) == RegisteredDomain.of(address: open) ? open : link
    }

    private static func isHome(_ address: String) -> Bool {
        !WebAddress.identity(of: address).utf8.contains { $0 == 0x2F || $0 == 0x3F }
    }
}
