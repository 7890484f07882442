internal import HearsayCapture

/// Articles, feeds and archives that are fetched from the web when the user names their addresses.
///
/// Only http and https, within limits of size and time, never from private networks unless asked, and no host more often
/// than once a second. A fetch blocks its thread for up to a minute.
public struct WebInput: Sendable {
    let fetcher: PoliteFetcher

    /// Fetches that name this version of the program to servers.
    ///
    /// `allowPrivate` lets them reach this machine and private networks; `clock` gives the time as RFC 3339, for the record
    /// of each fetch; `isCancelled` is asked now and then, and ends a fetch when it says true.
    public init(
        version: String, allowPrivate: Bool = false, clock: (@Sendable () -> String)? = nil,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        fetcher = PoliteFetcher(
            WebFetcher(version: version, allowPrivate: allowPrivate, clock: clock, isCancelled: isCancelled))
    }

    /// Fetches by a guest of the caller's own.
    init(fetcher: PoliteFetcher) { self.fetcher = fetcher }

    /// The article at an address, ready to be captured; the address that answered is its address.
    /// - Throws: a problem that names the address, when there is no page or it is no text.
    public func item(fetching url: String) throws(InputProblem) -> InputItem {
        Self.item(of: try article(url, .named))
    }

    /// The page at an address; a feed is none.
    func article(_ url: String, _ purpose: FetchPurpose) throws(InputProblem) -> FetchedPage {
        let page = try page(FetchRequest(url: url), purpose)
        if FeedReader.isFeed(page.bytes) {
            throw InputProblem(
                origin: url,
                reason: "it is a feed of articles; `hearsay add` takes them, `hearsay watch` goes on doing so")
        }
        return page
    }

    /// What an address leads to, one after the other: an article, the articles that a feed or sitemap names, the pages of
    /// an archive, the articles of JSON. Each is fetched when its turn comes.
    public func articles(
        at url: String, facts: ArticleFacts = ArticleFacts(), textField: String = "text"
    ) -> AnySequence<Result<InputItem, InputProblem>> {
        AnySequence { () -> AnyIterator<Result<InputItem, InputProblem>> in
            var source: (any InputSource)?
            return AnyIterator {
                if source == nil { source = opened(url, facts, textField) }
                return source?.next()
            }
        }
    }

    private func opened(_ url: String, _ facts: ArticleFacts, _ textField: String) -> any InputSource {
        do {
            let page = try page(FetchRequest(url: url, accepts: .anything), .named)
            let kind = FileKind(mediaType: page.contentType, name: page.url, head: page.bytes)
            if case .article = kind { return ReadyInput([.success(Self.item(of: page, facts))]) }
            if kind == .feed { return try FeedPages(page, input: self, facts: facts) }
            var opening = InputOpening(facts: facts, textField: textField)
            opening.facts.url = nil
            return try opening.source(page.bytes, mediaType: page.contentType, name: url)
        } catch let problem as InputProblem {
            return ReadyInput([.failure(problem)])
        } catch {
            return ReadyInput([
                .failure(InputProblem(origin: url, reason: (error as? FileProblem)?.reason ?? "\(error)"))
            ])
        }
    }

    func page(_ request: FetchRequest, _ purpose: FetchPurpose) throws(InputProblem) -> FetchedPage {
        let answer: FetchAnswer
        do { answer = try fetcher.fetch(request, purpose: purpose) } catch {
            throw InputProblem(origin: error.url, reason: error.reason)
        }
        guard case .page(let page) = answer else {
            throw InputProblem(
                origin: request.url, reason: "the server says that nothing is new, though it was not asked")
        }
        return page
    }

    /// The input that a fetched page is. What the caller states outranks what the server says, but for the address.
    static func item(of page: FetchedPage, _ stated: ArticleFacts = ArticleFacts()) -> InputItem {
        var facts = stated
        facts.url = page.url
        facts.charset = stated.charset ?? page.charset
        var retrieval = Retrieval(
            requestedURL: page.requestedURL, url: page.url, status: page.status,
            headers: page.headers.map { Retrieval.Header(name: $0.name, value: $0.value) })
        retrieval.requested = page.requested
        retrieval.address = page.address.isEmpty ? nil : page.address
        retrieval.request = page.requestHeaders.map { Retrieval.Header(name: $0.name, value: $0.value) }
        retrieval.redirects = page.redirects.map { Retrieval.Redirect(status: $0.status, url: $0.url) }
        return InputItem(
            origin: page.requestedURL, content: .bytes(page.bytes, InputItem.Format(mediaType: page.contentType)),
            facts: facts, retrieval: retrieval)
    }
}
