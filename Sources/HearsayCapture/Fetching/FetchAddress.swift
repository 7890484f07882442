internal import CCurl

/// The address of a page to fetch, checked and normalised by the parser that the transfer uses, so that the two
/// cannot read it differently.
struct FetchAddress: Hashable, Sendable {
    /// Why an address is not fetched, as the end of a sentence.
    struct Problem: Error, Hashable {
        let reason: String
    }

    /// Beyond this no page lies.
    static let longest = 8192

    /// The whole address, without fragment.
    let url: String
    /// Scheme, host and port, without the port that the scheme has anyway: "https://gull.example".
    let origin: String
    /// The host alone, in small letters.
    let host: String
    /// The path with its query: "/a?b".
    let path: String

    /// The address that a user gives.
    init(_ text: String) throws(Problem) { try self.init(text, on: nil) }

    /// The address of a link or redirect found at this one.
    func following(_ link: String) throws(Problem) -> FetchAddress { try FetchAddress(link, on: url) }

    private init(_ text: String, on base: String?) throws(Problem) {
        guard !text.isEmpty else { throw Problem(reason: "the address is empty") }
        guard text.utf8.count <= Self.longest else {
            throw Problem(reason: "the address is longer than \(Self.longest) bytes")
        }
        guard !text.utf8.contains(0), let handle = curl_url() else { throw Problem(reason: "it is no address") }
        defer { curl_url_cleanup(handle) }
        let flags = UInt32(CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME)
        if let base { try Self.set(base, on: handle, flags: flags) }
        try Self.set(text, on: handle, flags: flags)
        guard let scheme = Self.part(CURLUPART_SCHEME, of: handle), scheme == "http" || scheme == "https" else {
            throw Problem(reason: "only http and https addresses are fetched")
        }
        if Self.part(CURLUPART_USER, of: handle) != nil || Self.part(CURLUPART_PASSWORD, of: handle) != nil {
            throw Problem(reason: "addresses with a user name or password are not fetched")
        }
        curl_url_set(handle, CURLUPART_FRAGMENT, nil, 0)
        guard let host = Self.part(CURLUPART_HOST, of: handle), !host.isEmpty,
            let url = Self.part(CURLUPART_URL, of: handle)
        else { throw Problem(reason: "it names no host") }
        let number = Self.part(CURLUPART_PORT, of: handle)
        let port = number.map { $0 == (scheme == "http" ? "80" : "443") ? "" : ":" + $0 } ?? ""
        let query = Self.part(CURLUPART_QUERY, of: handle).map { "?" + $0 } ?? ""
        self.url = url
        self.host = host.lowercased()
        origin = "\(scheme)://\(host.lowercased())\(port)"
        path = (Self.part(CURLUPART_PATH, of: handle) ?? "/") + query
    }

    private static func set(_ text: String, on handle: OpaquePointer, flags: UInt32) throws(Problem) {
        let code = curl_url_set(handle, CURLUPART_URL, text, flags)
        guard code == CURLUE_OK else {
            if code == CURLUE_BAD_SCHEME { throw Problem(reason: "it must begin with http:// or https://") }
            throw Problem(reason: "it is no web address (\(String(cString: curl_url_strerror(code)).lowercased()))")
        }
    }

    private static func part(_ part: CURLUPart, of handle: OpaquePointer) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(handle, part, &text, 0) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
