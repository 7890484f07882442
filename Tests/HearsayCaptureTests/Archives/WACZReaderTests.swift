import Testing

@testable import HearsayCapture

@Suite struct WACZReaderTests {
    private static let archive =
        ArchiveFixtures.gzip(ArchiveFixtures.pageRecord(1)) + ArchiveFixtures.gzip(ArchiveFixtures.pageRecord(2))
    private static let pages = Array(
        """
        {"format": "json-pages-1.0", "id": "pages"}
        {"id": "1", "url": "https://harbourpost.example/1#top", "ts": "2031-03-04T10:00:00Z", "title": "Pier closed"}

        """.utf8)

    /// The files of a good package; `digest` makes the file that goes with its description.
    private func package(
        _ change: (inout [(String, [UInt8])]) -> Void = { _ in }, digest: (([UInt8]) -> String)? = nil
    ) -> ZipFixture {
        let files = [
            ("archive/data.warc.gz", Self.archive), ("indexes/index.cdx", Array("x".utf8)),
            ("pages/pages.jsonl", Self.pages),
        ]
        let resources = files.map { file in
            #"{"name":"a","path":"\#(file.0)","hash":"sha256:\#(file.1.sha256.hexadecimal)","bytes":\#(file.1.count)}"#
        }
        let description = Array(
            #"{"profile":"data-package","title":"Pier","wacz_version":"1.1.1","resources":[\#(resources.joined(separator: ","))]}"#
                .utf8)
        var all = files + [("datapackage.json", description)]
        if let digest { all.append(("datapackage-digest.json", Array(digest(description).utf8))) }
        change(&all)
        return ZipFixture(all)
    }

    private func read(_ zip: ZipFixture) throws -> (reader: WACZReader, reading: PageReadings) {
        let reader = try WACZReader(bytes: zip.bytes)
        return (reader, PageReadings(reader))
    }

    @Test func aPackage() throws {
        let (reader, reading) = try read(package())
        #expect(reading.problems.isEmpty, "\(reading.problems)")
        #expect(reading.pages.map(\.url) == ["https://harbourpost.example/1", "https://harbourpost.example/2"])
        #expect(reading.pages.map(\.title) == ["Pier closed", nil] && reading.pages.map(\.isListed) == [true, false])
        #expect(reader.package?.title == "Pier" && reader.package?.version == "1.1.1" && reader.signature == .none)
        #expect(reader.part == "archive/data.warc.gz")
    }

    @Test func namesThatClimb() throws {
        for name in ["../up.txt", "/etc/x", "a\\b", "C:x", "archive/../../x.warc", "a\u{1}", "archive/.."] {
            var zip = package()
            zip.entries.insert(.init(name: name, bytes: [65]), at: 0)
            let reading = try read(zip).reading
            #expect(reading.problems.map(\.code) == [.unsafe], "\(name)")
            #expect(reading.problems.first?.reason.contains("climb out") == true && reading.pages.count == 2)
        }
        for name in ["a/b..c", "..a/b", "archive/data.warc.gz"] { #expect(!ZipFile.climbs(name)) }
    }

    @Test func refusedEntries() throws {
        let cases: [(entry: ZipFixture.Entry, code: CaptureError.Code, reason: String)] = [
            (.init(name: "link", bytes: [65], mode: 0o120777), .unsafe, "link"),
            (.init(name: "secret", bytes: [65], flags: 1), .unsafe, "encrypted"),
            (.init(name: "bomb", bytes: [65], claimed: 4_000_000_000), .unsafe, "unpack"),
            (.init(name: "pages/pages.jsonl", bytes: [65]), .malformed, "twice"),
            (.init(name: "extra.txt", bytes: [65]), .malformed, "not listed"),
        ]
        for (entry, code, reason) in cases {
            var zip = package()
            zip.entries.append(entry)
            let reading = try read(zip).reading
            #expect(reading.problems.map(\.code) == [code] && reading.pages.count == 2, "\(reason)")
            #expect(reading.problems.first?.reason.contains(reason) == true, "\(reading.problems)")
        }
    }

    @Test func tooMuch() throws {
        var limits = ArchiveLimits()
        limits.entries = 3
        #expect(throws: CaptureError(.tooLarge, "")) { try WACZReader(bytes: package().bytes, limits: limits) }
        limits = ArchiveLimits()
        (limits.freely, limits.ratio) = (1 << 16, 10)
        var zip = package()
        for name in ["a", "b", "c"] { zip.entries.append(.init(name: name, bytes: [65], claimed: 60_000)) }
        #expect(throws: CaptureError(.unsafe, "")) { try WACZReader(bytes: zip.bytes, limits: limits) }
        limits = ArchiveLimits()
        limits.description = 100
        let reading = PageReadings(try WACZReader(bytes: package().bytes, limits: limits))
        #expect(reading.problems.contains { $0.code == .tooLarge } && reading.pages.count == 2)
        limits.pages = 0
        let list = WACZPage.list(Self.pages, named: "pages.jsonl", limits: limits)
        #expect(list.pages.isEmpty && list.problems.map(\.code) == [.tooLarge])
    }

    @Test func overlappingEntries() {
        var zip = package()
        let large = [UInt8](repeating: 65, count: 10_000)
        zip.entries.append(.init(name: "a", bytes: large))
        for name in ["b", "c", "d"] { zip.entries.append(.init(name: name, bytes: large, overlaps: true)) }
        #expect(throws: CaptureError(.unsafe, "")) { try WACZReader(bytes: zip.bytes) }
    }

    @Test func whatDoesNotAgree() throws {
        let changed = try read(package { $0[1].1 = Array("y".utf8) }).reading
        #expect(changed.problems.map(\.code) == [.digestMismatch] && changed.pages.count == 2)
        let longer = try read(package { $0[1].1 = Array("xx".utf8) }).reading
        #expect(longer.problems.map(\.code) == [.digestMismatch, .digestMismatch])
        let missing = try read(package { $0.remove(at: 2) }).reading
        #expect(missing.problems.count == 2 && missing.pages.first?.isListed == nil)
        let bare = try read(package { $0.removeAll { !$0.0.hasPrefix("archive") } }).reading
        #expect(bare.problems.map { $0.reason.split(separator: " ").last } == ["missing", "missing", "indexes/"])
        #expect(bare.pages.count == 2)
        let noJSON = try read(package { $0[3].1 = Array("{".utf8) }).reading
        #expect(noJSON.problems.first?.reason.contains("no JSON") == true)
        let badPages = try read(package { $0[2].1 = Self.pages + Array("{id: 1}\n".utf8) }).reading
        #expect(badPages.problems.contains { $0.reason.contains("line 3") })
    }

    @Test func oldDescriptions() throws {
        let old =
            #"{"resources":[{"path":"a","stats":{"hash":"ab","bytes":3},"hashing":"md5"}],"metadata":{"title":"Old"}}"#
        let package = try WACZPackage(Array(old.utf8))
        #expect(package.resources == [.init(path: "a", hash: "md5:ab", bytes: 3)] && package.title == "Old")
    }

    @Test func digestsOfTheDescription() throws {
        func hash(_ bytes: [UInt8]) -> String { "sha256:" + bytes.sha256.hexadecimal }
        let good = try read(package(digest: { #"{"path":"datapackage.json","hash":"\#(hash($0))"}"# }))
        #expect(good.reader.signature == .digest && good.reading.problems.isEmpty)
        let other = try read(package(digest: { _ in #"{"hash":"\#(hash([1]))"}"# }))
        #expect(other.reading.problems.map(\.code) == [.digestMismatch] && other.reading.pages.count == 2)
        let domain = try read(
            package(digest: { #"{"hash":"\#(hash($0))","signedData":{"hash":"\#(hash($0))","domain":"pier.example"}}"# }
            ))
        #expect(domain.reader.signature.description == "signed for the domain pier.example (certificate not checked)")
    }

    /// Made with keys that were thrown away, over the digest of "{}".
    private static let signed = [
        (
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEfBkBca+y/Za8kUzH7bfohR0ZP19RyF+f8dq9ufHue9tze826dNMGf0n3V8OeyMzBoX4w8j5kPlX"
                + "uXN8201N4Tg==",
            "MEUCIE98c/zceVJW0m/rLbfQychpu1bqatDv8IR0D9pfGKySAiEAv+9IqTVQNGwwKg4KOUMgqA1oi3Fm34BOIKvKWqqbiGQ="
        ),
        (
            "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEgqf6Gj+ZFfRi+BIBHraczHCfTQOdHVf5wX3PM1DasktTqksFje0EpQYM03i6CPC+zumgkCS8paN+sZK"
                + "BRmtafuse7dEDagZuGWajhbipPafRb/61doV9VFummVMDyXvG",
            "MGUCMHx3ttZVc/HGbnAEdNJFxAm7hQENHvMbh+3jitNdvdaFPblx9GF8iR2CeGbqeDrkDgIxAONhL1eJb69u0lzB1PShAbHj/e0am5bQDPWvb4pd"
                + "UOjEAFycYiPaJh5zgS+kXZ7MyA=="
        ),
    ]

    @Test func signatures() {
        let hash = "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
        func signature(_ key: String, _ signature: String, hash signed: String = hash) -> WACZSignature {
            let data =
                #"{"hash":"\#(signed)","created":"2031-03-04T10:00:00Z","signature":"\#(signature)","publicKey":"\#(key)"}"#
            return WACZSignature(Array(#"{"hash":"\#(hash)","signedData":\#(data)}"#.utf8), over: Array("{}".utf8))
        }
        for (key, value) in Self.signed {
            let good = signature(key, value)
            #expect(good == .key(key, created: "2031-03-04T10:00:00Z"))
            #expect(good.description == "signed by the key \(key), as it says at 2031-03-04T10:00:00Z")
        }
        let wrong: [WACZSignature] = [
            signature(Self.signed[0].0, "MAYCAQECAQE="), signature(Self.signed[0].0, Self.signed[1].1),
            signature("AAAA", Self.signed[0].1), signature("*", "*"),
            signature(Self.signed[0].0, Self.signed[0].1, hash: "sha256:00"),
            WACZSignature([], over: []),
        ]
        for state in wrong {
            guard case .invalid(let reason) = state else {
                Issue.record("\(state)")
                continue
            }
            #expect(!reason.isEmpty)
        }
    }

    @Test func noZipFile() {
        for bytes in [[], Array("PK\u{3}\u{4}".utf8), Self.archive, Array(package().bytes.dropLast(40))] {
            #expect(throws: CaptureError(.malformed, "")) { try WACZReader(bytes: bytes) }
        }
        #expect(throws: CaptureError(.malformed, "")) { try WACZReader(path: "/nowhere/pier.wacz") }
    }

    @Test func damagedArchiveInside() throws {
        var zip = package()
        let size = zip.entries[0].bytes.count
        var bytes = zip.bytes
        bytes[30 + "archive/data.warc.gz".utf8.count + size / 2] ^= 0xFF
        let reading = PageReadings(try WACZReader(bytes: bytes))
        #expect(reading.problems.contains { $0.reason.contains("archive/data.warc.gz") })
        zip.entries[0].bytes = []
        #expect(!PageReadings(try WACZReader(bytes: zip.bytes)).problems.isEmpty)
    }
}
