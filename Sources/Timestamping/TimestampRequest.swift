internal import COpenSSL

/// What is sent to a time-stamping authority: the SHA-256 digest of bytes, never the bytes (RFC 3161, `TimeStampReq`).
///
/// Keep it beside the reply: only with it can be checked later that the reply answers it.
public struct TimestampRequest: Hashable, Sendable {
    /// Longer requests are refused.
    public static let maximalBytes = 1 << 12
    /// What a request is called by HTTP.
    public static let contentType = "application/timestamp-query"

    /// The request as it is sent, in DER.
    public let der: [UInt8]
    /// The SHA-256 digest of the bytes that the time-stamp is for.
    public let digest: [UInt8]

    /// Asks for a time-stamp of these bytes, with the signer's certificate in the reply.
    ///
    /// - Parameter nonce: a number used once, which the reply must repeat, so that an old reply is not taken for a new
    ///   one; nil to ask without.
    public init(of bytes: [UInt8], nonce: UInt64? = .random(in: 1...UInt64.max)) throws(TimestampError) {
        guard let digest = LibCrypto.sha256(bytes), let der = Self.encode(digest, nonce) else {
            throw TimestampError(.failed, LibCrypto.takeError()?.text ?? "the request cannot be made")
        }
        (self.der, self.digest) = (der, digest)
    }

    /// Reads a request that was kept.
    public init(der: [UInt8]) throws(TimestampError) {
        guard der.count <= Self.maximalBytes else {
            throw TimestampError(.tooLarge, "a request may have \(Self.maximalBytes) bytes, this one \(der.count)")
        }
        guard let request = Self.decode(der) else { throw TimestampError(.malformed, "not a time-stamp request") }
        defer { TS_REQ_free(request) }
        guard let imprint = TS_REQ_get_msg_imprint(request), let algorithm = TS_MSG_IMPRINT_get_algo(imprint),
            OBJ_obj2nid(algorithm.pointee.algorithm) == NID_sha256
        else { throw TimestampError(.wrongImprint, "the request is not for a SHA-256 digest") }
        let digest = LibCrypto.bytes(TS_MSG_IMPRINT_get_msg(imprint))
        guard digest.count == 32 else { throw TimestampError(.malformed, "a SHA-256 digest has 32 bytes") }
        (self.der, self.digest) = (der, digest)
    }

    /// The request as the library has it; the caller frees it.
    static func decode(_ der: [UInt8]) -> OpaquePointer? {
        LibCrypto.decode(der, by: { d2i_TS_REQ(nil, &$0, $1) }, free: { TS_REQ_free($0) })
    }

    private static func encode(_ digest: [UInt8], _ nonce: UInt64?) -> [UInt8]? {
        guard let request = TS_REQ_new(), let imprint = TS_MSG_IMPRINT_new(), let algorithm = X509_ALGOR_new() else {
            return nil
        }
        defer {
            TS_REQ_free(request)
            TS_MSG_IMPRINT_free(imprint)
            X509_ALGOR_free(algorithm)
        }
        var bytes = digest
        guard X509_ALGOR_set0(algorithm, OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nil) == 1,
            TS_MSG_IMPRINT_set_algo(imprint, algorithm) == 1,
            TS_MSG_IMPRINT_set_msg(imprint, &bytes, Int32(bytes.count)) == 1,
            TS_REQ_set_msg_imprint(request, imprint) == 1, TS_REQ_set_version(request, 1) == 1,
            TS_REQ_set_cert_req(request, 1) == 1
        else { return nil }
        if let nonce {
            guard let number = ASN1_INTEGER_new() else { return nil }
            defer { ASN1_INTEGER_free(number) }
            guard ASN1_INTEGER_set_uint64(number, nonce) == 1, TS_REQ_set_nonce(request, number) == 1 else {
                return nil
            }
        }
        return LibCrypto.encode { i2d_TS_REQ(request, $0) }
    }
}
