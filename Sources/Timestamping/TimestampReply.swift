internal import COpenSSL

/// What a time-stamping authority answers (RFC 3161, `TimeStampResp`). Keep these bytes as they came: they are the
/// proof, and can be verified for as long as somebody has them.
///
/// Reading a reply verifies nothing.
public struct TimestampReply: Hashable, Sendable {
    /// Longer replies are refused.
    public static let maximalBytes = 1 << 18
    /// What a reply is called by HTTP.
    public static let contentType = "application/timestamp-reply"

    /// The reply as it came, in DER.
    public let der: [UInt8]

    /// Reads a reply from foreign bytes. One that gives no time-stamp is read too, and refused by ``verified``.
    public init(der: [UInt8]) throws(TimestampError) {
        guard der.count <= Self.maximalBytes else {
            throw TimestampError(.tooLarge, "a reply may have \(Self.maximalBytes) bytes, this one \(der.count)")
        }
        guard let response = Self.decode(der) else { throw TimestampError(.malformed, "not a time-stamp reply") }
        TS_RESP_free(response)
        self.der = der
    }

    /// Checks that the reply is a time-stamp of exactly these bytes, and that the signer of its certificate signed it.
    ///
    /// The signer is the one whose issuer and serial number the signature names. Further certificates in the reply may
    /// be links of its chain, and are never trusted for being there. All of the chain must have been valid when the
    /// time-stamp was made, not now.
    ///
    /// - Parameters:
    ///   - request: the request that the reply must answer, by its nonce; nil if it was not kept.
    ///   - anchors: whom to trust; nil to check the signature only, which the result says.
    public func verified(
        of bytes: [UInt8], request: TimestampRequest? = nil, anchors: TrustAnchors? = nil
    ) throws(TimestampError) -> Timestamp {
        let unnamed = try TimestampRequest(of: bytes, nonce: nil)
        let expected = request ?? unnamed
        guard expected.digest == unnamed.digest else {
            throw TimestampError(.wrongImprint, "the request is for other bytes")
        }
        ERR_clear_error()
        guard let response = Self.decode(der) else { throw TimestampError(.malformed, "not a time-stamp reply") }
        defer { TS_RESP_free(response) }
        try Self.checkStatus(response)
        guard let token = TS_RESP_get_token(response), let info = TS_RESP_get_tst_info(response) else {
            throw TimestampError(.malformed, "the reply holds no time-stamp")
        }
        guard let time = GeneralizedTime(LibCrypto.bytes(TS_TST_INFO_get_time(info))) else {
            throw TimestampError(.malformed, "the time-stamp's time is not in UTC to the second")
        }
        let signer = try Self.signer(of: token)
        // Without anchors there is no chain, so that nothing in the bag can be in its way.
        if anchors == nil { hearsay_openssl_keep_only(token, signer) }
        let store = try Self.store(anchors, signer: signer, time: time.seconds)
        try Self.verify(response, expected, store)
        guard let policy = Self.text(of: TS_TST_INFO_get_policy_id(info)),
            let serial = LibCrypto.hexadecimal(TS_TST_INFO_get_serial(info)),
            let name = LibCrypto.printed({ hearsay_openssl_print_name($0, X509_get_subject_name(signer)) })
        else { throw TimestampError(.malformed, "a time-stamp without policy, number or signer") }
        return Timestamp(
            time: time.text, policy: policy, serial: serial, signer: name,
            trust: anchors == nil ? .signatureOnly : .anchors)
    }

    // MARK: Parts

    private static func decode(_ der: [UInt8]) -> OpaquePointer? {
        LibCrypto.decode(der, by: { d2i_TS_RESP(nil, &$0, $1) }, free: { TS_RESP_free($0) })
    }

    private static func checkStatus(_ response: OpaquePointer) throws(TimestampError) {
        guard let info = TS_RESP_get_status_info(response) else {
            throw TimestampError(.malformed, "a reply without a status")
        }
        let status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(info))
        guard status != TS_STATUS_GRANTED, status != TS_STATUS_GRANTED_WITH_MODS else { return }
        let words = String(decoding: LibCrypto.bytes(hearsay_openssl_status_text(info)).prefix(200), as: UTF8.self)
        let text = String(words.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) })
        throw TimestampError(
            .refused, "the authority gave no time-stamp (status \(status))\(text.isEmpty ? "" : ": \(text)")")
    }

    /// The certificate that the signature names by issuer and serial number; it belongs to the token.
    private static func signer(of token: UnsafeMutablePointer<PKCS7>) throws(TimestampError) -> OpaquePointer {
        let signers = PKCS7_get0_signers(token, nil, 0)
        defer {
            hearsay_openssl_free_list(signers)
            ERR_clear_error()
        }
        guard let signers, OPENSSL_sk_num(signers) == 1, let signer = hearsay_openssl_certificate(signers, 0) else {
            throw TimestampError(.badSigner, "the certificate of the one who signed is not in the reply")
        }
        return signer
    }

    /// Whom to trust at a time; the caller frees it. Without anchors it is the signer, whatever its certificate.
    private static func store(
        _ anchors: TrustAnchors?, signer: OpaquePointer, time: Int
    ) throws(TimestampError) -> OpaquePointer {
        guard let store = X509_STORE_new(), let parameters = X509_STORE_get0_param(store) else {
            throw TimestampError(.failed, "no memory for certificates")
        }
        X509_VERIFY_PARAM_set_time(parameters, time)
        // An anchor needs not be a root.
        X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_PARTIAL_CHAIN))
        // Nothing as weak as MD5, SHA-1 or RSA below 1024 bits on the way to an anchor.
        X509_VERIFY_PARAM_set_auth_level(parameters, 1)
        if anchors == nil { X509_STORE_add_cert(store, signer) }
        for der in anchors?.certificates ?? [] {
            let certificate = LibCrypto.decode(der, by: { d2i_X509(nil, &$0, $1) }, free: { X509_free($0) })
            if let certificate {
                X509_STORE_add_cert(store, certificate)
                X509_free(certificate)
            }
        }
        return store
    }

    private static func text(of object: OpaquePointer?) -> String? {
        guard let object else { return nil }
        var text = [CChar](repeating: 0, count: 256)
        let count = OBJ_obj2txt(&text, Int32(text.count), object, 1)
        guard count > 0, Int(count) < text.count else { return nil }
        return String(decoding: text.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Lets the library verify everything, and names what it finds. Frees the store.
    private static func verify(
        _ response: OpaquePointer, _ request: TimestampRequest, _ store: OpaquePointer
    ) throws(TimestampError) {
        guard let request = TimestampRequest.decode(request.der) else {
            X509_STORE_free(store)
            throw TimestampError(.failed, "the request cannot be read")
        }
        defer { TS_REQ_free(request) }
        guard let context = TS_REQ_to_TS_VERIFY_CTX(request, nil) else {
            X509_STORE_free(store)
            throw TimestampError(.failed, "the request cannot be compared with the reply")
        }
        defer { TS_VERIFY_CTX_free(context) }
        hearsay_openssl_set_store(context, store)
        TS_VERIFY_CTX_add_flags(context, Int32(TS_VFY_SIGNATURE))
        guard TS_RESP_verify_response(context, response) != 1 else { return ERR_clear_error() }
        let error = LibCrypto.takeError()
        let text = error?.text ?? "unknown error"
        // That library says that the signature names another certificate.
        if error?.library == ERR_LIB_ESS { throw TimestampError(.badSigner, text) }
        guard let error, error.library == ERR_LIB_TS else { throw TimestampError(.badSignature, text) }
        switch error.code {
        case TS_R_MESSAGE_IMPRINT_MISMATCH: throw TimestampError(.wrongImprint, "the time-stamp is of other bytes")
        case TS_R_NONCE_MISMATCH, TS_R_NONCE_NOT_RETURNED:
            throw TimestampError(.wrongNonce, "the reply answers another request")
        case TS_R_CERTIFICATE_VERIFY_ERROR: throw TimestampError(.untrusted, text)
        case TS_R_ESS_SIGNING_CERTIFICATE_ERROR, TS_R_TSA_NAME_MISMATCH, TS_R_THERE_MUST_BE_ONE_SIGNER:
            throw TimestampError(.badSigner, text)
        case TS_R_SIGNATURE_FAILURE: throw TimestampError(.badSignature, "the signature is not over this reply")
        case TS_R_UNSUPPORTED_VERSION, TS_R_NO_TIME_STAMP_TOKEN: throw TimestampError(.malformed, text)
        default: throw TimestampError(.badSignature, text)
        }
    }
}
