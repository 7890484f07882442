import Testing

@testable import HearsayCapture

@Suite struct WARCReaderTests {
    private typealias Made = ArchiveFixtures

    @Test(arguments: [true, false]) func recordsOneAfterTheOther(gzip: Bool) throws {
        let parts = (1...3).map { Made.pageRecord($0) }.map { gzip ? Made.gzip($0) : $0 }
        let reading = ArchiveReading(parts.flatMap { $0 })
        #expect(reading.ids == [1, 2, 3] && reading.problems.isEmpty)
        #expect(reading.records.map(\.offset) == [0, parts[0].count, parts[0].count + parts[1].count])
        #expect(reading.records.map(\.length) == parts.map { $0.count })
        let first = try #require(reading.records.first)
        #expect(first.targetURI == "https://harbourpost.example/1" && first.date == "2031-03-04T10:00:00Z")
        #expect(first.headers.first?.name == "WARC-Type" && first.defects.isEmpty)
    }

    @Test func wholeFileGzipIsADefect() {
        let reading = ArchiveReading(Made.gzip(Made.pageRecord(1) + Made.pageRecord(2)))
        #expect(reading.ids == [1, 2] && reading.problems.map(\.code) == [.malformed])
        #expect(reading.records.allSatisfy { $0.length == nil })
    }

    @Test func recordSpreadOverMembers() {
        let record = Made.pageRecord(1)
        let bytes = Made.gzip(Array(record[..<300])) + Made.gzip(Array(record[300...])) + Made.gzip(Made.pageRecord(2))
        let reading = ArchiveReading(bytes)
        #expect(reading.ids == [1, 2] && reading.problems.isEmpty)
        #expect(reading.records.first?.defects == ["it is spread over several gzip members"])
    }

    @Test func cutRecordBeforeADamagedMember() {
        let cut = Made.gzip(Array(Made.pageRecord(1).dropLast(20)))
        var bad = Made.gzip(Made.pageRecord(2))
        bad[10] = 0xFF
        let bytes = cut + bad + Made.gzip(Made.pageRecord(3))
        let reading = ArchiveReading(bytes)
        #expect(reading.ids == [1, 3] && reading.problems.map(\.code) == [.truncated, .malformed])
        #expect(reading.problems.map { $0.place?.byte } == [0, cut.count])
        let whole = ArchiveReading(cut + Made.gzip(Made.pageRecord(2)))
        #expect(whole.ids == [1, 2] && whole.problems.map(\.code) == [.truncated])
        #expect(whole.records.last?.offset == cut.count)
    }

    @Test func addressesInBracketsAndWithSpaces() {
        let first = Made.record("resource", url: "<file:///my notes.txt>", block: [])
        #expect(ArchiveReading(first).records.first?.targetURI == "file:///my%20notes.txt")
    }

    @Test func datesAreRFC3339OrNone() {
        for (date, valid) in [
            ("2031-03-04T10:00:00.123456789Z", true), ("2031-03-04T10:00:00+02:00", true),
            ("2031-02-30T10:00:00Z", false),
            ("20310304100000", false), ("2031-03-04", false), ("2031-03-04T25:00:00Z", false), ("soon", false),
        ] {
            let record = ArchiveReading(Made.record(date: date, block: [])).records.first
            #expect(record?.date == (valid ? date : nil))
            #expect(record?.headers.contains { $0.value == date } == true)
        }
    }

    @Test func digestsInAllForms() {
        for (digest, verdict) in [
            ("sha1:AAMJMPCYOGWMM5TP2GJ5CUTMDMBJTRDC", DigestVerdict.differs),
            ("sha1:a9993e364706816aba3e25717850c26c9cd0d89d", .holds),
            ("sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", .holds),
            ("sha1:qZk+NkcGgWq6PiVxeFDCbJzQ2J0=", .holds), ("md5:900150983cd24fb0d6963f7d28e17f72", .holds),
            ("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", .holds),
            ("SHA-256:BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", .holds),
            ("sha1:abc", .unknown), ("crc:12", .unknown), ("nothing", .unknown),
        ] {
            let record = Made.record("resource", fields: ["WARC-Block-Digest: \(digest)"], block: Array("abc".utf8))
            #expect(ArchiveReading(record).records.first?.checkBlock() == verdict, "\(digest)")
        }
    }

    @Test func arcRecords() throws {
        let answer = Made.answer(body: Made.page)
        let head = Array("1 0 Invented\nURL IP-address Archive-date Content-type Archive-length\n".utf8)
        let file =
            Array("filedesc://tides.arc 127.0.0.1 20310304100000 text/plain \(head.count)\n".utf8) + head + [10]
            + Array("http://tides.example/a b 192.0.2.1 20310304100001 text/html \(answer.count)\n".utf8) + answer + [
                10
            ]
        let reading = ArchiveReading(file)
        #expect(reading.problems.isEmpty && reading.records.map(\.kind) == [.warcinfo, .response])
        let page = try #require(PageReadings(file).pages.first)
        #expect(
            page.url == "http://tides.example/a%20b" && page.date == "2031-03-04T10:00:01Z" && page.bytes == Made.page)
    }

    @Test func arcOfVersion2() {
        let answer = Made.answer(body: Made.page)
        let head = Array("2 0 Invented\nURL and so on\n".utf8)
        let file =
            Array("filedesc://t.arc 127.0.0.1 20310304100000 text/plain 200 - - 0 t.arc \(head.count)\n".utf8) + head
            + [10]
            + Array("http://t.example/ 192.0.2.1 20310304100001 text/html 200 - - 99 t.arc \(answer.count)\n".utf8)
            + answer
        let reading = ArchiveReading(file)
        #expect(reading.records.map(\.version) == ["ARC/2", "ARC/2"] && reading.records.last?.block == answer)
    }

    // MARK: Broken ones, by their defects

    /// Each stands between two good records, which must be read.
    private static let broken: [(defect: String, record: [UInt8], code: CaptureError.Code)] = [
        ("no Content-Length", Made.record(id: 2, block: Made.page, length: ""), .malformed),
        ("is no length", Made.record(id: 2, block: Made.page, length: "-5"), .malformed),
        ("is no length", Made.record(id: 2, block: Made.page, length: "99999999999999999999"), .malformed),
        ("is no length", Made.record(id: 2, block: Made.page, length: "many"), .malformed),
        ("reaches into the next", Made.record(id: 2, block: Made.page, length: "200"), .malformed),
        ("bytes before its length", Made.record(id: 2, block: Made.page, length: "5000"), .truncated),
        ("at most", Made.record(id: 2, block: Made.page, length: "999999999999999999"), .tooLarge),
        ("no version line", Array("some noise\r\n".utf8) + Made.page + [13, 10, 13, 10], .malformed),
        ("too long", Array("WARC/1.1\r\nX: ".utf8) + [UInt8](repeating: 65, count: 200_000) + [10], .malformed),
        (
            "no Content-Length",
            Array("WARC/1.1\r\n".utf8) + Array(String(repeating: "A: b\r\n", count: 600).utf8) + [13, 10],
            .malformed
        ),
    ]

    @Test(arguments: broken.indices) func brokenRecordsAreNamedAndPassed(index: Int) throws {
        let (defect, record, code) = Self.broken[index]
        for gzip in [false, true] {
            let parts = [Made.pageRecord(1), record, Made.pageRecord(3)].map { gzip ? Made.gzip($0) : $0 }
            let reading = ArchiveReading(parts.flatMap { $0 })
            // A lying length of a whole member can be seen only at its end; what was there is kept then.
            #expect(reading.ids.filter { $0 != 2 } == [1, 3], "\(defect), gzip \(gzip)")
            if gzip, reading.problems.isEmpty { continue }
            let problem = try #require(reading.problems.first)
            #expect(problem.code == code || gzip, "\(problem)")
            if !gzip { #expect(problem.reason.contains(defect), "\(problem)") }
            #expect(problem.place?.byte == parts[0].count)
        }
    }

    @Test func lengthTooSmall() {
        let record = Made.record(id: 2, block: Made.page, length: "20")
        let reading = ArchiveReading(Made.pageRecord(1) + record + Made.pageRecord(3))
        #expect(reading.ids == [1, 2, 3])
        #expect(reading.records[1].defects == ["its length does not fit: something else follows it"])
    }

    @Test func missingEmptyLine() {
        for missing in [2, 4] {
            let reading = ArchiveReading(Made.pageRecord(1).dropLast(missing) + Made.pageRecord(2))
            #expect(reading.ids == [1, 2] && reading.problems.isEmpty)
            #expect(
                reading.records[0].block == Made.answer(body: Made.page)
                    && reading.records[0].defects == ["no empty line follows it"])
        }
    }

    @Test func fileCutMidRecord() {
        let bytes = Made.pageRecord(1) + Made.pageRecord(2)
        let reading = ArchiveReading(Array(bytes.dropLast(30)))
        #expect(reading.ids == [1, 2] && reading.problems.map(\.code) == [.truncated])
        #expect(reading.records.last?.defects == ["it is cut: 26 bytes of it are missing"])
        let inHead = ArchiveReading(Array(bytes.prefix(Made.pageRecord(1).count + 40)))
        #expect(inHead.ids == [1] && inHead.problems.map(\.code) == [.truncated])
    }

    @Test func gzipCutMidMember() {
        let cut = Array(Made.gzip(Made.pageRecord(1)).dropLast(20))
        let last = ArchiveReading(Made.gzip(Made.pageRecord(0)) + cut)
        #expect(last.ids.first == 0 && last.problems.map(\.code) == [.truncated])
        let middle = ArchiveReading(cut + Made.gzip(Made.pageRecord(2)))
        #expect(middle.ids.last == 2 && !middle.problems.isEmpty)
    }

    @Test func damagedMember() {
        var bad = Made.gzip(Made.pageRecord(1))
        for index in 30..<60 { bad[index] ^= 0x5A }
        let reading = ArchiveReading(Made.gzip(Made.pageRecord(0)) + bad + Made.gzip(Made.pageRecord(2)))
        #expect(reading.ids.filter { $0 != 1 } == [0, 2])
        #expect(reading.problems.contains { $0.reason.contains("damaged") })
    }

    @Test func junkBetweenMembersAndAtTheEnds() {
        let member = Made.gzip(Made.pageRecord(1))
        let reading = ArchiveReading(member + Array("noise".utf8) + Made.gzip(Made.pageRecord(2)) + [0, 0, 0])
        #expect(reading.ids == [1, 2] && reading.problems.map(\.code) == [.malformed])
        #expect(reading.problems.first?.place?.byte == member.count)
        #expect(ArchiveReading([13, 10, 13, 10] + Made.pageRecord(1) + [10, 10, 10]).problems.isEmpty)
    }

    @Test func memberThatUnpacksTooFar() {
        var limits = ArchiveLimits()
        (limits.freely, limits.ratio) = (1 << 20, 50)
        let bomb = Gzip.repeated(0x20, times: 258 * 40_000 + 1)
        let reading = ArchiveReading(
            Made.gzip(Made.pageRecord(1)) + bomb + Made.gzip(Made.pageRecord(2)), limits: limits)
        #expect(reading.ids == [1, 2] && reading.problems.contains { $0.code == .unsafe })
    }

    @Test func largeRecordsArePassedOver() {
        var limits = ArchiveLimits()
        limits.record = 1000
        let large = Made.pageRecord(2, body: [UInt8](repeating: 0x41, count: 5000))
        for gzip in [false, true] {
            let parts = [Made.pageRecord(1), large, Made.pageRecord(3)].map { gzip ? Made.gzip($0) : $0 }
            let reading = ArchiveReading(parts.flatMap { $0 }, limits: limits)
            #expect(reading.ids == [1, 3] && reading.problems.map(\.code) == [.tooLarge])
        }
    }

    @Test func manyLyingRecordsTakeLittleTime() {
        // Each says that it reaches to the end of the file.
        let one = Made.record(block: [65], length: "30000000")
        let bytes = Array(repeatElement(one, count: 5000).joined())
        let clock = ContinuousClock()
        let time = clock.measure { #expect(ArchiveReading(bytes).problems.count == 5000) }
        #expect(time < .seconds(20))
    }

    @Test func problemsAreCounted() {
        var limits = ArchiveLimits()
        limits.problems = 10
        let reading = ArchiveReading(
            Array(repeatElement(Made.record(block: [], length: "x"), count: 50).joined()), limits: limits)
        #expect(reading.problems.count == 10 && reading.problems.last?.code == .tooCostly)
    }

    @Test func errorsOfTheSourceAreTold() {
        var calls = 0
        let reader = WARCReader {
            calls += 1
            if calls > 1 { throw CaptureError(.malformed, "the disk is broken") }
            return Made.pageRecord(1)
        }
        let items = Array(reader)
        #expect(items.count == 2)
        if case .problem(let problem)? = items.last { #expect(problem.reason == "the disk is broken") }
    }

    @Test func nothingAndNoise() {
        #expect(Array(WARCReader(bytes: [])).isEmpty)
        #expect(ArchiveReading(Array("Hello, harbour.".utf8)).problems.map(\.code) == [.malformed])
        #expect(ArchiveReading([0x1F, 0x8B, 8]).problems.map(\.code) == [.truncated])
    }
}
