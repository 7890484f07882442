import COpenSSL
import Testing

@testable import Timestamping

/// A key with a certificate for it, made for one test.
final class TestCertificate {
    /// What a certificate says.
    struct Content {
        var name = "Test TSA"
        var serial = 2
        var notBefore = 1_577_836_800  // 2020-01-01
        var notAfter = 1_609_459_200  // 2021-01-01
        var extensions: [(Int32, String)] = [(NID_ext_key_usage, "critical,timeStamping")]
        /// What its issuer signs.
        var digest = EVP_sha256()
    }

    let certificate: OpaquePointer
    let key: OpaquePointer

    /// A certificate for a key, a new one if none is given, signed by the issuer or by itself.
    init(_ content: Content, issuer: TestCertificate? = nil, key: OpaquePointer? = nil) throws {
        self.key = try key.map { EVP_PKEY_up_ref($0) == 1 ? $0 : $0 } ?? Self.newKey()
        certificate = try #require(X509_new())
        X509_set_version(certificate, 2)
        ASN1_INTEGER_set(X509_get_serialNumber(certificate), content.serial)
        ASN1_TIME_set(X509_getm_notBefore(certificate), content.notBefore)
        ASN1_TIME_set(X509_getm_notAfter(certificate), content.notAfter)
        X509_set_pubkey(certificate, self.key)
        let name = Array(content.name.utf8)
        X509_NAME_add_entry_by_txt(
            X509_get_subject_name(certificate), "CN", 0x1000, name, Int32(name.count), -1, 0)
        X509_set_issuer_name(certificate, X509_get_subject_name(issuer?.certificate ?? certificate))
        for (kind, text) in content.extensions {
            let value = try #require(X509V3_EXT_conf_nid(nil, nil, kind, text))
            X509_add_ext(certificate, value, -1)
            X509_EXTENSION_free(value)
        }
        try #require(X509_sign(certificate, issuer?.key ?? self.key, content.digest) > 0)
    }

    deinit {
        X509_free(certificate)
        EVP_PKEY_free(key)
    }

    /// A certificate that may sign others, valid for twenty years from 2015.
    static func root(_ name: String = "Test root", serial: Int = 1) throws -> TestCertificate {
        try TestCertificate(
            Content(
                name: name, serial: serial, notBefore: 1_420_070_400, notAfter: 2_051_222_400,
                extensions: [(NID_basic_constraints, "critical,CA:TRUE"), (NID_key_usage, "critical,keyCertSign")]))
    }

    private static func newKey() throws -> OpaquePointer {
        let context = try #require(EVP_PKEY_CTX_new_id(EVP_PKEY_EC, nil))
        defer { EVP_PKEY_CTX_free(context) }
        EVP_PKEY_keygen_init(context)
        EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context, NID_X9_62_prime256v1)
        var key: OpaquePointer?
        EVP_PKEY_keygen(context, &key)
        return try #require(key)
    }

    var der: [UInt8] { LibCrypto.encode { i2d_X509(certificate, $0) } ?? [] }

    var pem: [UInt8] { Array((LibCrypto.printed { PEM_write_bio_X509($0, certificate) } ?? "").utf8) }
}

/// A time-stamping authority in the test's own process, whose clock says what the test wants.
struct TestAuthority {
    let root: TestCertificate
    let signer: TestCertificate
    /// Seconds since 1970; 2020-06-15 12:00:00 unless told otherwise.
    var clock = 1_592_222_400
    /// Sent along.
    var others: [TestCertificate] = []
    /// The digests that it takes.
    var digest = EVP_sha256()

    init(signer content: TestCertificate.Content = .init(), root: TestCertificate? = nil) throws {
        self.root = try root ?? TestCertificate.root()
        signer = try TestCertificate(content, issuer: self.root)
    }

    /// Answers a request.
    func reply(to request: [UInt8]) throws -> [UInt8] {
        let context = try #require(TS_RESP_CTX_new())
        defer { TS_RESP_CTX_free(context) }
        let policy = try #require(OBJ_txt2obj("1.2.3.4.5", 1))
        defer { ASN1_OBJECT_free(policy) }
        try #require(TS_RESP_CTX_set_signer_cert(context, signer.certificate) == 1)
        try #require(TS_RESP_CTX_set_signer_key(context, signer.key) == 1)
        try #require(TS_RESP_CTX_set_signer_digest(context, EVP_sha256()) == 1)
        try #require(TS_RESP_CTX_set_def_policy(context, policy) == 1)
        try #require(TS_RESP_CTX_add_md(context, digest) == 1)
        let list = OPENSSL_sk_new_null()
        for other in others { OPENSSL_sk_push(list, UnsafeRawPointer(other.certificate)) }
        TS_RESP_CTX_set_certs(context, list)
        OPENSSL_sk_free(list)
        TS_RESP_CTX_set_serial_cb(
            context,
            { _, _ in
                let serial = ASN1_INTEGER_new()
                ASN1_INTEGER_set(serial, 0xBEEF)
                return serial
            }, nil)
        var clock = clock
        return try withUnsafeMutablePointer(to: &clock) { clock in
            TS_RESP_CTX_set_time_cb(
                context,
                { _, clock, seconds, fraction in
                    seconds?.pointee = clock?.load(as: Int.self) ?? 0
                    fraction?.pointee = 0
                    return 1
                }, clock)
            let bio = try #require(BIO_new(BIO_s_mem()))
            defer { BIO_free(bio) }
            BIO_write(bio, request, Int32(request.count))
            let response = try #require(TS_RESP_create_response(context, bio))
            defer {
                TS_RESP_free(response)
                ERR_clear_error()
            }
            return try #require(LibCrypto.encode { i2d_TS_RESP(response, $0) })
        }
    }
}

/// A reply with other certificates in it.
func altered(_ der: [UInt8], without removed: TestCertificate? = nil, with added: [TestCertificate]) throws -> [UInt8] {
    let response = try #require(LibCrypto.decode(der, by: { d2i_TS_RESP(nil, &$0, $1) }, free: { TS_RESP_free($0) }))
    defer { TS_RESP_free(response) }
    let token = try #require(TS_RESP_get_token(response))
    let list = try #require(token.pointee.d.sign.pointee.cert)
    for place in (0..<OPENSSL_sk_num(list)).reversed() {
        guard let certificate = hearsay_openssl_certificate(list, place), let removed,
            X509_cmp(certificate, removed.certificate) == 0
        else { continue }
        OPENSSL_sk_delete(list, place)
        X509_free(certificate)
    }
    for other in added { try #require(PKCS7_add_certificate(token, other.certificate) == 1) }
    return try #require(LibCrypto.encode { i2d_TS_RESP(response, $0) })
}
