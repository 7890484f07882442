// A libFuzzer target: whatever the bytes, a time-stamp request or reply or a file of trust anchors is refused by a
// TimestampError, or says something whole; and no reply is of two contents. See README.md.

import Timestamping

private let content = Array("abc".utf8)

/// Called by libFuzzer with each input. The first byte chooses the parser.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTimestamps(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let data, size > 0 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: data + 1, count: size - 1))
    do throws(TimestampError) {
        switch data[0] & 3 {
        case 0: try check(TimestampReply(der: bytes))
        case 1:
            let request = try TimestampRequest(der: bytes)
            precondition(request.der == bytes && request.digest.count == 32, "another request")
        case 2:
            let anchors = try TrustAnchors(pem: bytes)
            precondition(1...TrustAnchors.maximalCount ~= anchors.count, "no anchors")
        default:
            // The length of a request, the request, and the reply that is to answer it.
            let rest = bytes.dropFirst()
            let length = Int(bytes.first ?? 0)
            let request = try? TimestampRequest(der: Array(rest.prefix(length)))
            let reply = try TimestampReply(der: Array(rest.dropFirst(length)))
            _ = try reply.verified(of: content, request: request)
        }
    } catch {
        precondition(!error.reason.isEmpty, "an error without a reason")
    }
    return 0
}

private func check(_ reply: TimestampReply) throws(TimestampError) {
    let stamp = try reply.verified(of: content)
    precondition(stamp.trust == .signatureOnly, "trusted by nobody")
    precondition(stamp.time.hasSuffix("Z") && stamp.time.utf8.count >= 20, "no time")
    precondition(!stamp.policy.isEmpty && !stamp.serial.isEmpty, "half a time-stamp")
    precondition((try? reply.verified(of: [])) == nil, "a time-stamp of two contents")
}
