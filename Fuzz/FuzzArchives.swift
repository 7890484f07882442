// A libFuzzer target: whatever the bytes, an archive is read to its end within its limits, everything broken with a
// reason and a place in the file, and what is written is read again. See README.md.

import HearsayCapture

private let limits = {
    var limits = ArchiveLimits()
    (limits.record, limits.body, limits.freely, limits.headerBytes) = (1 << 16, 1 << 15, 1 << 16, 2048)
    (limits.headers, limits.entries, limits.list, limits.problems) = (40, 50, 1 << 15, 500)
    (limits.description, limits.pages) = (1 << 14, 20)
    return limits
}()

/// Called by libFuzzer with each input. The first byte chooses the layer, the second the sizes of the pieces.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzArchives(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let data, size > 1 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: data + 2, count: size - 2))
    switch data[0] % 6 {
    case 0: checkRecords(bytes, piece: Int(data[1]) + 1)
    case 1: checkRecords([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + bytes, piece: Int(data[1]) + 1)
    case 2: checkPackage(bytes)
    case 3: checkPackage(zip(of: bytes))
    case 4: checkAnswer(bytes)
    default: checkRoundTrip(bytes, compressed: data[1] & 1 == 0)
    }
    return 0
}

/// A source that hands out a file in pieces.
private func pieces(_ bytes: [UInt8], _ size: Int) -> () -> [UInt8] {
    var at = 0
    return {
        let end = min(bytes.count, at + size)
        defer { at = end }
        return Array(bytes[at..<end])
    }
}

private func checkRecords(_ bytes: [UInt8], piece: Int) {
    var last = 0
    for item in WARCReader(limits: limits, source: pieces(bytes, piece)) {
        switch item {
        case .record(let record):
            precondition(record.offset >= last && record.offset <= bytes.count, "a record outside the file")
            precondition(record.length.map { $0 >= 0 && record.offset + $0 <= bytes.count } ?? true, "a wrong length")
            precondition(record.block.count <= limits.record, "a record beyond the limit")
            last = record.offset
            _ = (record.checkBlock(), record.checkPayload())
        case .problem(let problem):
            precondition(problem.place.map { 0...bytes.count ~= $0.byte } ?? true, "a problem outside the file")
        }
    }
    check(ArchiveReader(limits: limits, source: pieces(bytes, piece)), size: bytes.count)
}

private func check(_ items: some Sequence<ArchiveItem>, size: Int) {
    var count = 0
    for item in items {
        count += 1
        switch item {
        case .page(let page):
            precondition(page.bytes.count <= limits.body && !page.url.isEmpty, "a page beyond the limit")
        case .skip(let skip): precondition(!skip.reason.rawValue.isEmpty, "a skip without a reason")
        case .problem(let problem): precondition(!problem.reason.isEmpty, "a problem without a reason")
        }
    }
    precondition(count <= 2 * size + 100, "more items than bytes")
}

private func checkPackage(_ bytes: [UInt8]) {
    do throws(CaptureError) {
        let reader = try WACZReader(bytes: bytes, limits: limits)
        check(reader, size: bytes.count)
        precondition(!reader.signature.description.isEmpty, "a signature in no state")
    } catch {
        precondition(!error.reason.isEmpty, "an error without a reason")
    }
}

private func checkAnswer(_ bytes: [UInt8]) {
    let head =
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: \(bytes.count)\r\n\r\n"
    let items = Array(ArchiveReader(bytes: Array(head.utf8) + bytes, limits: limits))
    precondition(items.count == 1, "one answer gives one item")
    check(items, size: bytes.count)
}

/// The first lines are headers, the rest is the body.
private func checkRoundTrip(_ bytes: [UInt8], compressed: Bool) {
    let lines = bytes.split(separator: 0x0A, maxSplits: 4, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    guard lines.count == 5 else { return }
    let body = Array("<p>".utf8) + Array(lines[4].utf8)
    let headers = [HTTPHeader(name: lines[0], value: lines[1]), HTTPHeader(name: "Content-Encoding", value: lines[2])]
    guard !["content-type", "x-archive-orig-"].contains(where: { lines[0].lowercased().hasPrefix($0) }) else { return }
    var out: [UInt8] = []
    do {
        var writer = try WARCWriter(.init(software: "fuzz", date: "2031-03-04T10:00:00Z"), compressed: compressed) {
            out += $0
        }
        try writer.write(
            ArchiveCapture(
                url: "http://a.example/" + lines[3], date: "2031-03-04T10:00:00Z", status: 200, headers: headers,
                body: body))
    } catch {
        preconditionFailure("what has a time can be written")
    }
    var pages = 0
    for item in ArchiveReader(bytes: out) {
        guard case .page(let page) = item else { continue }
        precondition(page.bytes == body && page.digest == .holds && page.defects.isEmpty, "another page")
        pages += 1
    }
    precondition(pages == 1, "a page is lost")
}

// MARK: Zip files

private let names = [
    "datapackage.json", "datapackage-digest.json", "pages/pages.jsonl", "archive/data.warc.gz", "archive/a.warc",
    "../up",
]

/// A sound zip file of the parts between bytes FF, of which each starts with the number of a name.
private func zip(of bytes: [UInt8]) -> [UInt8] {
    var (out, directory, count) = ([UInt8](), [UInt8](), 0)
    for part in bytes.split(separator: 0xFF).prefix(60) {
        guard let first = part.first else { continue }
        let name = Array(names[Int(first) % names.count].utf8)
        let content = part.dropFirst()
        let size = little(content.count, 4)
        let shared =
            little(20, 2) + little(0, 6) + little(0x21, 2) + little(crc32(content), 4) + size + size
            + little(name.count, 2)
            + little(0, 2)
        directory += little(0x0201_4B50, 4) + little(0x031E, 2) + shared + little(0, 10) + little(out.count, 4) + name
        out += little(0x0403_4B50, 4) + shared + name + content
        count += 1
    }
    return out + directory + little(0x0605_4B50, 4) + little(0, 4) + little(count, 2) + little(count, 2)
        + little(directory.count, 4) + little(out.count, 4) + little(0, 2)
}

private func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 255) } }

private func crc32(_ bytes: ArraySlice<UInt8>) -> Int {
    var crc = 0xFFFF_FFFF
    for byte in bytes {
        crc ^= Int(byte)
        for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return crc ^ 0xFFFF_FFFF
}
