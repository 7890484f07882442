internal import CCurl
internal import Glibc

/// The requests of one fetch, one after the other over one handle: the only file that runs the library.
final class Transfer {
    /// Whether the library could be started, once for the process and before any thread uses it.
    private static let isStarted = hearsay_curl_start() == CURLE_OK

    private let userAgent: String
    private let limits: FetchLimits
    private let refusal: @Sendable (InternetAddress) -> String?
    private let isCancelled: @Sendable () -> Bool
    private let request: FetchRequest
    private var requested: String { request.url }
    private let handle: UnsafeMutableRawPointer?

    private var milliseconds: Int
    private var answer: Answer
    /// Why the last address was not connected.
    private var refused: String?
    private var hasConnected = false
    /// The headers of the last request, as they were sent.
    private(set) var sentHeaders: [HTTPHeader] = []
    /// Headers that the library adds to its own.
    private var added: UnsafeMutablePointer<curl_slist>?

    init(
        userAgent: String, limits: FetchLimits, refusal: @escaping @Sendable (InternetAddress) -> String?,
        isCancelled: @escaping @Sendable () -> Bool, request: FetchRequest
    ) {
        (self.userAgent, self.limits, self.refusal) = (userAgent, limits, refusal)
        (self.isCancelled, self.request) = (isCancelled, request)
        milliseconds = limits.total
        answer = Answer(limits: limits, accepts: request.accepts)
        handle = Self.isStarted ? curl_easy_init() : nil
    }

    deinit {
        curl_easy_cleanup(handle)
        curl_slist_free_all(added)
    }

    /// What the server at an address answers, without following it elsewhere. The request's validators are sent only where
    /// they came from.
    func run(_ address: FetchAddress, validating: Bool) throws(FetchError) -> Answer {
        guard let handle else { throw problem(.failed, "the transfer library cannot be started") }
        guard milliseconds > 0 else { throw timeout }
        (answer, refused, hasConnected) = (Answer(limits: limits, accepts: request.accepts), nil, false)
        sentHeaders = []
        guard setUp(handle, for: address), addHeaders(handle, validating: validating) else {
            throw problem(.failed, "the transfer library lacks what a safe fetch needs")
        }
        let code = withExtendedLifetime(self) { curl_easy_perform(handle) }
        milliseconds -= Self.milliseconds(of: handle)
        answer.address = Self.primaryAddress(of: handle)
        if code == CURLE_OK || answer.status >= 200 && !answer.wantsBody && answer.excess == nil { return answer }
        throw failure(code)
    }

    // MARK: Options

    private func setUp(_ handle: UnsafeMutableRawPointer, for address: FetchAddress) -> Bool {
        let strings: [(CURLoption, String)] = [
            (CURLOPT_URL, address.url), (CURLOPT_PROTOCOLS_STR, "http,https"), (CURLOPT_USERAGENT, userAgent),
            (CURLOPT_ACCEPT_ENCODING, "gzip, deflate, br"), (CURLOPT_PROXY, ""), (CURLOPT_NOPROXY, "*"),
        ]
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_NOSIGNAL, 1),
            // The library takes half of a compressed body for a whole one.
            (CURLOPT_HTTP_CONTENT_DECODING, 0), (CURLOPT_NOPROGRESS, 0), (CURLOPT_NETRC, 0),
            (CURLOPT_TIMEOUT_MS, milliseconds), (CURLOPT_CONNECTTIMEOUT_MS, limits.connect),
            (CURLOPT_LOW_SPEED_LIMIT, limits.slowRate), (CURLOPT_LOW_SPEED_TIME, limits.slowSeconds),
        ]
        let context = Unmanaged.passUnretained(self).toOpaque()
        return strings.allSatisfy { hearsay_curl_set_string(handle, $0.0, $0.1) == CURLE_OK }
            && numbers.allSatisfy { hearsay_curl_set_long(handle, $0.0, $0.1) == CURLE_OK }
            && hearsay_curl_on_header(handle, Self.onHeader, context) == CURLE_OK
            && hearsay_curl_on_body(handle, Self.onBody, context) == CURLE_OK
            && hearsay_curl_on_socket(handle, Self.onSocket, context) == CURLE_OK
            && hearsay_curl_on_progress(handle, Self.onProgress, context) == CURLE_OK
            && hearsay_curl_on_debug(handle, Self.onDebug, context) == CURLE_OK
    }

    private func addHeaders(_ handle: UnsafeMutableRawPointer, validating: Bool) -> Bool {
        if validating, added == nil {
            for header in request.validators?.headers ?? [] {
                guard let longer = curl_slist_append(added, "\(header.name): \(header.value)") else { return false }
                added = longer
            }
        }
        return hearsay_curl_set_list(handle, CURLOPT_HTTPHEADER, validating ? added : nil) == CURLE_OK
    }

    /// Sees the head of each request as it goes out; all else that it is told is passed over.
    private static let onDebug: curl_debug_callback = { _, kind, bytes, count, context in
        guard kind == CURLINFO_HEADER_OUT, let bytes, let context else { return 0 }
        let head = Array(UnsafeRawBufferPointer(start: bytes, count: count))
        transfer(context).sentHeaders = head.split(separator: 0x0A).dropFirst().compactMap { line in
            guard let colon = line.firstIndex(of: 0x3A) else { return nil }
            return HTTPHeader(name: line[..<colon].trimmed.string, value: line[(colon + 1)...].trimmed.string)
        }
        return 0
    }

    private static let onHeader: hearsay_curl_data_callback = { bytes, size, count, context in
        guard let bytes, let context else { return 0 }
        let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
        return transfer(context).answer.addHeader(Array(line)[...]) ? line.count : 0
    }

    private static let onBody: hearsay_curl_data_callback = { bytes, size, count, context in
        guard let bytes, let context else { return 0 }
        let transfer = transfer(context)
        guard transfer.answer.wantsBody else { return 0 }
        return UnsafeRawBufferPointer(start: bytes, count: size * count).withMemoryRebound(to: UInt8.self) {
            transfer.answer.addBody($0) ? $0.count : 0
        }
    }

    /// The last word on where a connection goes: it sees the number that is connected, after every name was looked up.
    private static let onSocket: curl_opensocket_callback = { context, _, address in
        guard let context, let address else { return CURL_SOCKET_BAD }
        let transfer = transfer(context)
        guard let number = numericAddress(address) else { return CURL_SOCKET_BAD }
        if let reason = transfer.refusal(number) {
            transfer.refused = reason
            return CURL_SOCKET_BAD
        }
        transfer.hasConnected = true
        let target = address.pointee
        return socket(target.family, target.socktype | Int32(SOCK_CLOEXEC.rawValue), target.protocol)
    }

    private static let onProgress: curl_xferinfo_callback = { context, _, _, _, _ in
        guard let context else { return 1 }
        return transfer(context).isCancelled() ? 1 : 0
    }

    private static func transfer(_ context: UnsafeMutableRawPointer) -> Transfer {
        Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    }

    private static func numericAddress(_ address: UnsafePointer<curl_sockaddr>) -> InternetAddress? {
        guard let start = hearsay_curl_socket_address(address) else { return nil }
        let length = Int(address.pointee.addrlen)
        if address.pointee.family == AF_INET, length >= MemoryLayout<sockaddr_in>.size {
            return withUnsafeBytes(of: start.loadUnaligned(as: sockaddr_in.self).sin_addr) {
                InternetAddress(bytes: Array($0))
            }
        }
        if address.pointee.family == AF_INET6, length >= MemoryLayout<sockaddr_in6>.size {
            return withUnsafeBytes(of: start.loadUnaligned(as: sockaddr_in6.self).sin6_addr) {
                InternetAddress(bytes: Array($0))
            }
        }
        return nil
    }

    // MARK: Results

    private static func milliseconds(of handle: UnsafeMutableRawPointer) -> Int {
        var microseconds: curl_off_t = 0
        hearsay_curl_get_offset(handle, CURLINFO_TOTAL_TIME_T, &microseconds)
        return Int(microseconds / 1000) + 1
    }

    private static func primaryAddress(of handle: UnsafeMutableRawPointer) -> String {
        var text: UnsafePointer<CChar>?
        guard hearsay_curl_get_string(handle, CURLINFO_PRIMARY_IP, &text) == CURLE_OK, let text else { return "" }
        return String(cString: text)
    }

    private func failure(_ code: CURLcode) -> FetchError {
        if let excess = answer.excess { return problem(.tooLarge, excess) }
        if let refused, !hasConnected {
            return problem(
                .refusedAddress, "its network address is not a public one (\(refused)); it is fetched only if asked")
        }
        switch code {
        case CURLE_ABORTED_BY_CALLBACK: return problem(.interrupted, "interrupted")
        case CURLE_OPERATION_TIMEDOUT: return timeout
        case CURLE_COULDNT_RESOLVE_HOST: return problem(.unreachable, "no such host, or no network")
        case CURLE_COULDNT_CONNECT: return problem(.unreachable, "nobody answers there")
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR:
            return problem(.unreachable, "no secure connection: its certificate or its encryption cannot be trusted")
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR:
            return problem(.failed, "the connection broke off")
        default: return problem(.failed, String(cString: curl_easy_strerror(code)).lowercased())
        }
    }

    private var timeout: FetchError {
        problem(.timeout, "it took more than \(limits.total / 1000) seconds, or its bytes came too slowly")
    }

    private func problem(_ code: FetchError.Code, _ reason: String) -> FetchError {
        FetchError(code, url: requested, reason)
    }
}
