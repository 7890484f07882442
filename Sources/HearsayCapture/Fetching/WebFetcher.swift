/// Fetches pages over http and https, within limits, and never from private networks unless asked.
///
/// No cookies, passwords or proxies are used, and nothing is kept between two fetches. A fetch blocks its thread.
public struct WebFetcher: Sendable {
    private let userAgent: String
    private let limits: FetchLimits
    private let refusal: @Sendable (InternetAddress) -> String?
    private let isCancelled: @Sendable () -> Bool

    /// A fetcher that names itself and its version to servers.
    ///
    /// `allowPrivate` lets it reach this machine and private networks. `isCancelled` is asked about once a second and
    /// more often while bytes come; when it says true, the fetch ends with ``FetchError/Code/interrupted``.
    public init(
        version: String, limits: FetchLimits = FetchLimits(), allowPrivate: Bool = false,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.init(
            version: version, limits: limits, refusal: { allowPrivate ? nil : $0.reservation }, isCancelled: isCancelled
        )
    }

    /// A fetcher that connects to no address for which `refusal` gives a reason.
    init(
        version: String, limits: FetchLimits, refusal: @escaping @Sendable (InternetAddress) -> String?,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        userAgent = "Hearsay/\(version) (+news reading on the user's own machine)"
        (self.limits, self.refusal, self.isCancelled) = (limits, refusal, isCancelled)
    }

    /// The page at an address, redirects followed.
    /// - Throws: a ``FetchError``, also for a status that brings no page and for a type that is no text.
    public func fetch(_ url: String) throws(FetchError) -> FetchedPage {
        let transfer = Transfer(
            userAgent: userAgent, limits: limits, refusal: refusal, isCancelled: isCancelled, requested: url)
        var address = try checked(url) { () throws(FetchAddress.Problem) in try FetchAddress(url) }
        for _ in 0...limits.redirects {
            let answer = try transfer.run(address)
            guard let link = answer.redirect else { return try page(answer, at: address, requested: url) }
            let base = address
            address = try checked(url, leadingTo: link) { () throws(FetchAddress.Problem) in try base.following(link) }
        }
        throw FetchError(.tooManyRedirects, url: url, "more than \(limits.redirects) redirects")
    }

    private func checked(
        _ url: String, leadingTo link: String? = nil, _ parse: () throws(FetchAddress.Problem) -> FetchAddress
    ) throws(FetchError) -> FetchAddress {
        do { return try parse() } catch {
            let lead = link.map { "it leads to \(FetchError.shown($0)): " } ?? ""
            throw FetchError(.badAddress, url: url, lead + error.reason)
        }
    }

    private func page(_ answer: Answer, at address: FetchAddress, requested: String) throws(FetchError) -> FetchedPage {
        guard answer.isSuccess else {
            throw FetchError(.status(answer.status), url: requested, "the server answered \(answer.status)")
        }
        let type = answer.mediaType
        if let type, !type.mayBeArticle {
            throw FetchError(.notText, url: requested, "no article: its type is \(type.name)")
        }
        let charset = type?.charset.flatMap { CharacterEncoding(label: Array($0.utf8).slice) == nil ? nil : $0 }
        return FetchedPage(
            requestedURL: requested, url: address.url, status: answer.status, headers: answer.headers,
            contentType: type?.name, charset: charset, address: answer.address, bytes: answer.body)
    }
}
