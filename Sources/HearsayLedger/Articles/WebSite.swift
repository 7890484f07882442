internal import HearsayCore

/// The host and port of a web address: whoever answers there speaks for the site, and for no other.
struct WebSite: Hashable {
    /// In small letters.
    let host: String
    /// Empty for the ports that http and https have anyway.
    let port: String

    /// The site of an http or https address; nil for anything else.
    init?(_ address: String) {
        let lower = address.lowercased()
        guard let scheme = ["http://", "https://"].first(where: lower.hasPrefix) else { return nil }
        var rest = lower.dropFirst(scheme.count).prefix { !"/?#\\".contains($0) }
        if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        let bracket = rest.lastIndex(of: "]") ?? rest.startIndex
        let colon = rest[bracket...].firstIndex(of: ":")
        var host = rest[..<(colon ?? rest.endIndex)]
        if host.hasSuffix(".") { host = host.dropLast() }
        guard !host.isEmpty else { return nil }
        let port = colon.map { rest[rest.index(after: $0)...] } ?? ""
        self.host = String(host)
        self.port = port == (scheme == "http://" ? "80" : "443") ? "" : String(port)
    }

    /// Hosts whose subdomains belong to many people.
    private static let rented: Set<String> = [
        "blogspot.com", "wordpress.com", "substack.com", "medium.com", "tumblr.com", "ghost.io", "beehiiv.com",
        "github.io", "gitlab.io", "netlify.app", "vercel.app", "pages.dev", "web.app", "firebaseapp.com", "appspot.com",
        "herokuapp.com", "azurewebsites.net", "amazonaws.com", "cloudfront.net", "wixsite.com", "weebly.com",
        "squarespace.com", "typepad.com", "livejournal.com", "neocities.org", "ampproject.org",
    ]

    /// Whether both have one owner: the same port, and the same registered domain or, where that is let out, host.
    func hasOwner(of other: WebSite) -> Bool {
        if port != other.port { return false }
        if host == other.host { return true }
        let domain = HostName.registered(host)
        return domain == HostName.registered(other.host) && !Self.rented.contains(domain)
    }
}
