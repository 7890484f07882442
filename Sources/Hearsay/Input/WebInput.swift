internal import HearsayCapture

/// Articles that are fetched from the web when the user names their addresses.
///
/// Only http and https, within limits of size and time, and never from private networks unless asked. A fetch blocks
/// its thread for up to a minute.
public struct WebInput: Sendable {
    private let fetcher: WebFetcher

    /// Fetches that name this version of the program to servers.
    ///
    /// `allowPrivate` lets them reach this machine and private networks; `isCancelled` is asked now and then, and ends
    /// a fetch when it says true.
    public init(
        version: String, allowPrivate: Bool = false, isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        fetcher = WebFetcher(version: version, allowPrivate: allowPrivate, isCancelled: isCancelled)
    }

    /// The page at an address, ready to be captured; the address that answered is its address.
    /// - Throws: a problem that names the address, when there is no page or it is no text.
    public func item(fetching url: String) throws(InputProblem) -> InputItem {
        do throws(FetchError) { return Self.item(of: try fetcher.fetch(url)) } catch {
            throw InputProblem(origin: error.url, reason: error.reason)
        }
    }

    static func item(of page: FetchedPage) -> InputItem {
        let format: InputItem.Format =
            switch page.contentType {
            case "text/html", "application/xhtml+xml": .html
            case "text/plain", "text/markdown": .text
            default: .unknown
            }
        return InputItem(
            origin: page.requestedURL, content: .bytes(page.bytes, format),
            facts: ArticleFacts(url: page.url, charset: page.charset),
            retrieval: Retrieval(
                requestedURL: page.requestedURL, url: page.url, status: page.status,
                headers: page.headers.map { Retrieval.Header(name: $0.name, value: $0.value) }))
    }
}
