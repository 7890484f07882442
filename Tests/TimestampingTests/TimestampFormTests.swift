import Foundation
import Testing

@testable import Timestamping

@Suite struct TimestampFormTests {
    @Test func theRequestIsExact() throws {
        // Version 1, SHA-256 with a NULL, the digest of "abc", the nonce, and the wish for certificates.
        let request = try TimestampRequest(of: Array("abc".utf8), nonce: 0x8000_0000_0000_0001)
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        let hex = "3044020101" + "3031300d06096086480165030402010500" + "0420\(digest)" + "0209008000000000000001"
        #expect(request.der.map { String($0, radix: 16).leftPadded }.joined() == hex + "0101ff")
        #expect(request.digest.map { String($0, radix: 16).leftPadded }.joined() == digest)
        #expect(try TimestampRequest(der: request.der) == request)
    }

    @Test func otherRequestsAreRefused() throws {
        let der = try TimestampRequest(of: []).der
        for bad in [[], [0x30], Array(der.dropLast()), der + [0]] {
            #expect(throws: TimestampError(.malformed, "")) { try TimestampRequest(der: bad) }
        }
        var other = der
        let place = try #require(der.indices.first { der[$0...].starts(with: [0x65, 0x03, 0x04, 0x02, 0x01]) })
        other[place + 4] = 3
        #expect(throws: TimestampError(.wrongImprint, "")) { try TimestampRequest(der: other) }
        #expect(throws: TimestampError(.tooLarge, "")) {
            try TimestampRequest(der: .init(repeating: 0, count: TimestampRequest.maximalBytes + 1))
        }
    }

    @Test func garbageIsNoReply() {
        let none: [[UInt8]] = [
            [], [0x30], [0x30, 0x03, 0x02, 0x01, 0x00], [0x30, 0x80], .init(repeating: 0xFF, count: 100),
        ]
        for bad in none {
            #expect(throws: TimestampError(.malformed, "")) { try TimestampReply(der: bad) }
        }
        #expect(throws: TimestampError(.tooLarge, "")) {
            try TimestampReply(der: .init(repeating: 0, count: TimestampReply.maximalBytes + 1))
        }
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = RandomNumbers(seed: seed)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0..<200, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            #expect(throws: TimestampError.self, "seed \(seed)") { try TimestampReply(der: bytes) }
        }
    }

    /// Says "rejection, badAlg" and nothing else.
    @Test func aBareRefusalIsReadAndRefused() throws {
        let reply = try TimestampReply(der: [0x30, 0x09, 0x30, 0x07, 0x02, 0x01, 0x02, 0x03, 0x02, 0x07, 0x80])
        #expect(throws: TimestampError(.refused, "")) { try reply.verified(of: []) }
    }

    @Test func anchorsAreReadFromPEM() throws {
        let (first, second) = (try TestCertificate.root(), try TestCertificate.root("Other"))
        let pem = Array("# Roots\n".utf8) + first.pem + Array("\ntext between\n".utf8) + second.pem
        #expect(try TrustAnchors(pem: pem).certificates == [first.der, second.der])
        for bad in ["", "text", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n"] {
            #expect(throws: TimestampError(.badAnchors, "")) { try TrustAnchors(pem: Array(bad.utf8)) }
        }
        // One that cannot be read is not passed over.
        var broken = first.pem
        broken[60] = 0x2A
        #expect(throws: TimestampError(.badAnchors, "")) { try TrustAnchors(pem: second.pem + broken) }
        #expect(throws: TimestampError(.badAnchors, "")) { try TrustAnchors(pem: second.pem + first.pem.dropLast(40)) }
        #expect(throws: TimestampError(.tooLarge, "")) {
            try TrustAnchors(pem: .init(repeating: 0x0A, count: TrustAnchors.maximalBytes + 1))
        }
    }

    @Test(arguments: [
        ("19700101000000Z", "1970-01-01T00:00:00Z", 0), ("20200615120000Z", "2020-06-15T12:00:00Z", 1_592_222_400),
        ("20000229235959.25Z", "2000-02-29T23:59:59.25Z", 951_868_799),
        ("19691231235959Z", "1969-12-31T23:59:59Z", -1), ("99991231235959Z", "9999-12-31T23:59:59Z", 253_402_300_799),
        ("00000101000000Z", "0000-01-01T00:00:00Z", -62_167_219_200),
        ("00010101000000Z", "0001-01-01T00:00:00Z", -62_135_596_800),
    ])
    func timesAreRead(der: String, text: String, seconds: Int) throws {
        let time = try #require(GeneralizedTime(Array(der.utf8)))
        #expect(time.text == text)
        #expect(time.seconds == seconds)
    }

    @Test(arguments: [
        "", "Z", "20200615120000", "202006151200Z", "20200615120000.Z", "20200615120000,5Z", "20200615120000+0100",
        "20200615120000+00Z", "20201315120000Z", "20200015120000Z", "20210229120000Z", "19000229000000Z",
        "20200600120000Z", "20200615240000Z", "20200615126000Z", "20200615120060Z", "2020061512000٠Z",
    ])
    func otherTimesAreRefused(text: String) { #expect(GeneralizedTime(Array(text.utf8)) == nil) }

    private static let tool = ["/usr/bin/openssl", "/usr/local/bin/openssl"]
        .first(where: FileManager.default.isExecutableFile(atPath:))

    /// The tool of the same library reads the request, and agrees about the reply.
    @Test(.enabled(if: tool != nil, "the openssl command is absent")) func theCommandAgrees() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "stamp-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (bytes, authority) = (Array("abc".utf8), try TestAuthority())
        let request = try TimestampRequest(of: bytes, nonce: 0xABCDEF)
        let reply = try authority.reply(to: request.der)
        for (name, content) in [
            ("data", bytes), ("query", request.der), ("reply", reply), ("root", authority.root.pem),
        ] { try Data(content).write(to: folder.appending(path: name)) }
        let query = try run(in: folder, "ts", "-query", "-in", "query", "-text")
        #expect(query.contains("Nonce: 0xABCDEF") && query.contains("Certificate required: yes"))
        let verdict = try run(
            in: folder, "ts", "-verify", "-queryfile", "query", "-in", "reply", "-CAfile", "root", "-attime",
            "1592222400")
        #expect(verdict.contains("Verification: OK"))
    }

    /// An authority that the tool makes, with a key that lives as long as the test.
    @Test(.enabled(if: tool != nil, "the openssl command is absent")) func anAuthorityOfTheCommandIsVerified() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "stamp-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let bytes = Array("abc".utf8)
        let request = try TimestampRequest(of: bytes)
        try Data(request.der).write(to: folder.appending(path: "query"))
        let settings = """
            [tsa]
            default_tsa = a
            [a]
            serial = serial
            digests = sha256
            default_policy = 1.2.3.4
            signer_digest = sha256
            clock_precision_digits = 3
            """
        try Data(settings.utf8).write(to: folder.appending(path: "settings"))
        _ = try run(
            in: folder, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/O=A/CN=B", "-keyout",
            "key", "-out", "pem", "-addext", "extendedKeyUsage=critical,timeStamping")
        _ = try run(
            in: folder, "ts", "-reply", "-config", "settings", "-queryfile", "query", "-signer", "pem", "-inkey", "key",
            "-out", "reply")
        let reply = try TimestampReply(der: [UInt8](Data(contentsOf: folder.appending(path: "reply"))))
        let anchors = try TrustAnchors(pem: [UInt8](Data(contentsOf: folder.appending(path: "pem"))))
        let stamp = try reply.verified(of: bytes, request: request, anchors: anchors)
        #expect(stamp.policy == "1.2.3.4" && stamp.signer == "O = A, CN = B" && stamp.trust == .anchors)
        #expect(stamp.time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z/) != nil, "\(stamp.time)")
        #expect(try reply.verified(of: bytes).trust == .signatureOnly)
    }

    private func run(in folder: URL, _ arguments: String...) throws -> String {
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: try #require(Self.tool))
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }
}

extension String {
    fileprivate var leftPadded: String { count == 1 ? "0" + self : self }
}
