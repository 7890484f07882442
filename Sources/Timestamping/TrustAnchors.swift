internal import COpenSSL

/// Certificates that are trusted as they are, each with what it has signed: roots by habit, or an authority's own.
public struct TrustAnchors: Hashable, Sendable {
    /// Longer files are refused.
    public static let maximalBytes = 1 << 22
    /// Files with more certificates are refused.
    public static let maximalCount = 1000

    /// The certificates in DER; at least one.
    let certificates: [[UInt8]]

    /// How many there are.
    public var count: Int { certificates.count }

    /// Reads certificates in PEM form, one after the other. What stands between them is passed over.
    public init(pem: [UInt8]) throws(TimestampError) {
        guard pem.count <= Self.maximalBytes else {
            throw TimestampError(.tooLarge, "trust anchors may have \(Self.maximalBytes) bytes, these \(pem.count)")
        }
        certificates = try pem.withUnsafeBufferPointer { bytes throws(TimestampError) in
            try Self.certificates(bytes)
        }
    }

    /// The certificates in DER. The library reads the bytes where they lie.
    private static func certificates(_ pem: UnsafeBufferPointer<UInt8>) throws(TimestampError) -> [[UInt8]] {
        guard let start = pem.baseAddress, let bio = BIO_new_mem_buf(start, Int32(pem.count)) else {
            throw TimestampError(.badAnchors, "no certificates in PEM form")
        }
        defer { BIO_free(bio) }
        var certificates: [[UInt8]] = []
        // Nobody is asked for a password.
        while let certificate = PEM_read_bio_X509(bio, nil, { _, _, _, _ in -1 }, nil) {
            defer { X509_free(certificate) }
            guard certificates.count < maximalCount else {
                throw TimestampError(.tooLarge, "more than \(maximalCount) certificates")
            }
            guard let der = LibCrypto.encode({ i2d_X509(certificate, $0) }) else {
                throw TimestampError(.badAnchors, "certificate \(certificates.count + 1) cannot be read")
            }
            certificates.append(der)
        }
        let error = LibCrypto.takeError()
        guard error?.library == ERR_LIB_PEM, error?.code == PEM_R_NO_START_LINE else {
            throw TimestampError(
                .badAnchors, "certificate \(certificates.count + 1) cannot be read: \(error?.text ?? "unknown")")
        }
        guard !certificates.isEmpty else { throw TimestampError(.badAnchors, "no certificates in PEM form") }
        return certificates
    }
}
