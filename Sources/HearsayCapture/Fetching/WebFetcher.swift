/// Fetches pages over http and https, within limits, and never from private networks unless asked.
///
/// No cookies, passwords or proxies are used, and nothing is kept between two fetches. A fetch blocks its thread.
public struct WebFetcher: Sendable {
    private let userAgent: String
    private let limits: FetchLimits
    private let refusal: @Sendable (InternetAddress) -> String?
    private let clock: (@Sendable () -> String)?
    let isCancelled: @Sendable () -> Bool

    /// A fetcher that names itself and its version to servers.
    ///
    /// `allowPrivate` lets it reach this machine and private networks. `clock` gives the time as RFC 3339, for the record
    /// of each fetch. `isCancelled` is asked about once a second and more often while bytes come; when it says true, the
    /// fetch ends with ``FetchError/Code/interrupted``.
    public init(
        version: String, limits: FetchLimits = FetchLimits(), allowPrivate: Bool = false,
        clock: (@Sendable () -> String)? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.init(
            version: version, limits: limits, refusal: { allowPrivate ? nil : $0.reservation }, clock: clock,
            isCancelled: isCancelled)
    }

    /// A fetcher that connects to no address for which `refusal` gives a reason.
    init(
        version: String, limits: FetchLimits, refusal: @escaping @Sendable (InternetAddress) -> String?,
        clock: (@Sendable () -> String)? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        userAgent = "Hearsay/\(version) (+news reading on the user's own machine)"
        (self.limits, self.refusal, self.clock, self.isCancelled) = (limits, refusal, clock, isCancelled)
    }

    /// The page at an address, redirects followed.
    /// - Throws: a ``FetchError``, also for a status that brings no page and for a type that is no text.
    public func fetch(_ url: String) throws(FetchError) -> FetchedPage {
        switch try fetch(FetchRequest(url: url)) {
        case .page(let page): return page
        case .notModified: throw Self.unasked(url)
        }
    }

    /// What a request brings, redirects followed. `before` is called with the address of each request on the way, before
    /// it is sent; what it throws ends the fetch.
    /// - Throws: a ``FetchError``, also for a status that brings no page and for a type that was not asked for.
    public func fetch(_ request: FetchRequest) throws(FetchError) -> FetchAnswer { try fetch(request) { _ in } }

    func fetch(
        _ request: FetchRequest, before: (FetchAddress) throws(FetchError) -> Void
    ) throws(FetchError) -> FetchAnswer {
        let url = request.url
        let transfer = Transfer(
            userAgent: userAgent, limits: limits, refusal: refusal, isCancelled: isCancelled, request: request)
        var address = try checked(url) { () throws(FetchAddress.Problem) in try FetchAddress(url) }
        let validated = Self.validated(by: request, asking: address)
        var redirects: [FetchedPage.Redirect] = []
        var requested: String?
        do throws(FetchError) {
            for _ in 0...limits.redirects {
                try before(address)
                requested = clock?()
                let isValidated = address.url == validated
                let answer = try transfer.run(address, validating: isValidated)
                guard let link = answer.redirect else {
                    if answer.status == 304 {
                        if !isValidated { throw Self.unasked(url) }
                        return .notModified(answer.headers, requested: requested)
                    }
                    var page = try page(answer, at: address, request)
                    (page.redirects, page.requestHeaders) = (redirects, transfer.sentHeaders)
                    page.requested = requested
                    return .page(page)
                }
                redirects.append(.init(status: answer.status, url: address.url))
                address = try following(link, from: address, url)
            }
            throw FetchError(.tooManyRedirects, url: url, "more than \(limits.redirects) redirects")
        } catch {
            var error = error
            error.requested = requested
            throw error
        }
    }

    /// The one address whose word on a request's validators counts: where another answers, the page was moved or taken
    /// away. Nil where there is nothing to ask by.
    private static func validated(by request: FetchRequest, asking first: FetchAddress) -> String? {
        guard let validators = request.validators, !validators.headers.isEmpty else { return nil }
        guard let url = validators.url else { return first.url }
        do { return try FetchAddress(url).url } catch { return nil }
    }

    private func following(_ link: String, from base: FetchAddress, _ url: String) throws(FetchError) -> FetchAddress {
        try checked(url, leadingTo: link) { () throws(FetchAddress.Problem) in try base.following(link) }
    }

    private static func unasked(_ url: String) -> FetchError {
        FetchError(.status(304), url: url, "the server says that nothing is new, though it was not asked")
    }

    private func checked(
        _ url: String, leadingTo link: String? = nil, _ parse: () throws(FetchAddress.Problem) -> FetchAddress
    ) throws(FetchError) -> FetchAddress {
        do { return try parse() } catch {
            let lead = link.map { "it leads to \(FetchError.shown($0)): " } ?? ""
            throw FetchError(.badAddress, url: url, lead + error.reason)
        }
    }

    private func page(
        _ answer: Answer, at address: FetchAddress, _ request: FetchRequest
    ) throws(FetchError) -> FetchedPage {
        guard answer.bringsPage else {
            throw FetchError(
                .status(answer.status), url: request.url, "the server answered \(answer.status)",
                retryAfter: answer.header("retry-after").flatMap { RetryAfter.seconds($0, now: answer.header("date")) })
        }
        let type = answer.mediaType
        if request.accepts == .articles, let type, !type.mayBeArticle {
            throw FetchError(.notText, url: request.url, "no article: its type is \(type.name)")
        }
        let charset = type?.charset.flatMap { CharacterEncoding(label: Array($0.utf8).slice) == nil ? nil : $0 }
        return FetchedPage(
            requestedURL: request.url, url: address.url, status: answer.status, headers: answer.headers,
            contentType: type?.name, charset: charset, address: answer.address,
            bytes: try body(of: answer, request.url))
    }

    /// The body without its content coding, whole.
    private func body(of answer: Answer, _ url: String) throws(FetchError) -> [UInt8] {
        var room = ArchiveLimits()
        room.body = limits.bytes
        let decoded: ContentDecoding.Result
        do {
            decoded = try ContentDecoding(limits: room)
                .decode(answer.body, encodings: answer.headers.all(named: "content-encoding"))
        } catch {
            throw FetchError(error.code == .tooLarge ? .tooLarge : .failed, url: url, error.reason)
        }
        // A body that is plain though it is said to be compressed is whole all the same.
        if let defect = decoded.defects.first(where: { !$0.hasSuffix("is not") }) {
            throw FetchError(.failed, url: url, "the connection broke off: \(defect)")
        }
        return decoded.bytes
    }
}
