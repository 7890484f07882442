import HearsayCore

/// Reads a web archive record by record: WARC 0.17 to 1.1 and ARC 1 and 2, plain or gzip.
///
/// What is broken is told as a problem with its place, and reading goes on at the next record that can be found. At no
/// time more than one record and a little beside it is held. A reader is read once, by one thread.
public final class WARCReader: Sequence, IteratorProtocol {
    let limits: ArchiveLimits
    private let input: ArchiveInput
    private var waiting: [WARCItem] = []
    private var problems = 0
    private var isOpen = false
    private var isDone = false
    private var recordsInSegment = 0
    private var saidShared = false
    private var arcVersion: String?

    /// A reader over the pieces of a file, of any sizes; an empty piece is its end. An error that `source` throws is told
    /// as the last problem.
    public init(limits: ArchiveLimits = ArchiveLimits(), source: @escaping () throws -> [UInt8]) {
        self.limits = limits
        input = ArchiveInput(source, limits: limits)
    }

    /// A reader over a whole file.
    public convenience init(bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) {
        var at = 0
        self.init(limits: limits) {
            let end = Swift.min(at + 64 << 10, bytes.count)
            defer { at = end }
            return Array(bytes[at..<end])
        }
    }

    /// The next record or problem; nil at the end.
    public func next() -> WARCItem? {
        while waiting.isEmpty, !isDone { step() }
        guard !waiting.isEmpty else { return nil }
        let item = waiting.removeFirst()
        guard case .problem = item else { return item }
        problems += 1
        guard problems >= limits.problems else { return item }
        (waiting, isDone) = ([], true)
        return .problem(CaptureError(.tooCostly, "more than \(limits.problems) problems; the rest is not read"))
    }

    private var window: ByteWindow { input.window }

    /// Where the record that is read now starts in the file.
    private var place: Int { input.isGzip ? input.segmentStart : window.offset }

    private func report(_ code: CaptureError.Code, _ reason: String, at offset: Int) {
        waiting.append(.problem(CaptureError(code, reason, at: .init(byte: offset))))
    }

    /// Reads one thing: opens a segment, closes it, or reads a record in it.
    private func step() {
        guard isOpen else {
            isOpen = input.openSegment()
            recordsInSegment = 0
            if let junk = input.takeJunk() {
                report(.malformed, "\(junk.count) bytes between the gzip members are no record", at: junk.offset)
            }
            if !isOpen { finish() }
            return
        }
        skipEmptyLines()
        if window.isAtEnd { closeSegment() } else { readRecord() }
    }

    private func finish() {
        isDone = true
        if let failure = input.failure { waiting.append(.problem(failure)) }
    }

    private func closeSegment() {
        if let failure = input.segmentFailure { waiting.append(.problem(failure)) }
        input.abandonSegment()
        isOpen = false
    }

    private func skipEmptyLines() {
        while window.ensure(1) {
            let rest = window.ahead.drop { $0 == 0x0D || $0 == 0x0A || $0 == 0 }
            window.advance(rest.startIndex - window.ahead.startIndex)
            if !rest.isEmpty { return }
        }
    }

    // MARK: Records

    private func readRecord() {
        let start = place
        guard let line = window.line(longest: limits.headerBytes) else { return }
        if line.startsIgnoringCase("warc/") {
            let version = line.trimmed.string
            window.advance(line.count)
            readWARC(version: version, start: start)
        } else if let arc = ARCLine(line), arcVersion != nil || arc.url.hasPrefix("filedesc:") {
            let isHeader = arc.url.hasPrefix("filedesc:")
            window.advance(line.count)
            readARC(arc, isHeader: isHeader, start: start)
        } else {
            resynchronise(from: start, "no version line (such as WARC/1.1) stands where a record should start")
        }
    }

    private func readWARC(version: String, start: Int) {
        while HeaderFields.read(window.ahead, limits: limits) == nil, window.ahead.count < limits.headerBytes,
            window.readOn()
        {}
        guard let head = HeaderFields.read(window.ahead, limits: limits) else {
            if window.ahead.count >= limits.headerBytes {
                return resynchronise(from: start, "the header of a record is too long")
            }
            if input.segmentFailure == nil {
                report(.truncated, "the file ends within the header of a record", at: start)
            }
            return window.advance(window.ahead.count)
        }
        window.advance(head.end - window.ahead.startIndex)
        guard let text = head.fields.first(named: "content-length") else {
            return resynchronise(from: start, "a record has no Content-Length")
        }
        var record = Draft(version: version, headers: head.fields, start: start, defects: head.defects)
        if !["WARC/0.17", "WARC/0.18", "WARC/1.0", "WARC/1.1"].contains(version) {
            record.defects.append("its version \(version.prefix(20)) is not known")
        }
        readBlock(of: record, length: text)
    }

    private func readARC(_ line: ARCLine, isHeader: Bool, start: Int) {
        if arcVersion == nil { arcVersion = "ARC/1" }
        let length = line.headers.first(named: "archive-length") ?? ""
        var record = Draft(version: arcVersion ?? "ARC/1", headers: line.headers, start: start, defects: [])
        record.isARCHeader = isHeader
        if isHeader, window.ensure(2), window.ahead.starts(with: "2 ".utf8) { arcVersion = "ARC/2" }
        record.version = arcVersion ?? "ARC/1"
        readBlock(of: record, length: length)
    }

    private func readBlock(of draft: Draft, length text: String) {
        let digits = Array(text.utf8)
        guard !digits.isEmpty, digits.count <= 18, digits.allSatisfy(\.isASCIIDigit), let length = Int(text) else {
            return resynchronise(
                from: draft.start, "the length of a record, \u{201C}\(text.prefix(40))\u{201D}, is no length")
        }
        guard length <= limits.record else { return skip(draft, length: length) }
        var draft = draft
        while !window.ensure(length) {
            guard input.joinNext() else { return endEarly(draft, missing: length - window.ahead.count) }
            draft.note("it is spread over several gzip members")
        }
        let blockStart = window.offset
        let block = Array(window.ahead.prefix(length))
        window.advance(length)
        if !isFollowedByEmptyLine(arc: draft.isARC) {
            _ = window.ensure(12)
            if isVersionLine(window.ahead.drop { $0 == 0x0D || $0 == 0x0A }) {
                draft.note("no empty line follows it")
                return finish(draft, block)
            }
            if let next = versionLine(in: block[...]), window.goBack(to: blockStart + next) {
                return report(
                    .malformed, "the length of a record reaches into the next; it is passed over", at: draft.start)
            }
            draft.note("its length does not fit: something else follows it")
            passJunk()
        }
        finish(draft, block)
    }

    /// Ends a record: passes what separates it from the next, and sees how much of the file it took.
    private func finish(_ draft: Draft, _ block: [UInt8]) {
        skipEmptyLines()
        recordsInSegment += 1
        var draft = draft
        let isLast = window.isAtEnd
        if input.isGzip, recordsInSegment > 1 || !isLast {
            if !saidShared {
                saidShared = true
                report(
                    .malformed, "several records share one gzip member, so none can be sought; they are read",
                    at: draft.start)
            }
            draft.isShared = true
        }
        draft.end = input.isGzip ? input.offset : window.offset
        waiting.append(.record(draft.record(with: block)))
    }

    /// Whether an empty line or the end follows a block.
    private func isFollowedByEmptyLine(arc: Bool) -> Bool {
        guard window.ensure(1) else { return true }
        _ = window.ensure(4)
        let next = window.ahead
        if arc { return next.first == 0x0A || next.first == 0x0D }
        return next.starts(with: [0x0D, 0x0A, 0x0D, 0x0A]) || next.starts(with: [0x0A, 0x0A]) || next.count < 4
    }

    // MARK: Finding the next record

    /// Where in a block a line starts that opens another record.
    private func versionLine(in block: ByteSlice) -> Int? {
        var rest = block
        while let newline = rest.firstIndex(of: 0x0A) {
            rest = rest[(newline + 1)...]
            if isVersionLine(rest) { return rest.startIndex }
        }
        return nil
    }

    private func isVersionLine(_ line: ByteSlice) -> Bool {
        line.starts(with: "WARC/1.".utf8) || line.starts(with: "WARC/0.1".utf8)
    }

    /// Passes what is no record, up to the next line that may open one.
    private func passJunk() {
        while let line = window.line(longest: limits.headerBytes) {
            window.advance(line.count)
            guard window.ensure(1) else { return }
            _ = window.ensure(9)
            if line.last == 0x0A, isVersionLine(window.ahead) { return }
            if arcVersion != nil, let next = window.line(longest: limits.headerBytes), ARCLine(next) != nil { return }
        }
    }

    /// Reports what cannot be read, and goes on behind it.
    private func resynchronise(from start: Int, _ reason: String) {
        report(.malformed, reason, at: start)
        if arcVersion != nil, let line = window.line(longest: limits.headerBytes), ARCLine(line) != nil { return }
        _ = window.ensure(9)
        if !isVersionLine(window.ahead) { passJunk() }
    }

    /// The segment ends within a record. Another may lie in what looked like its block; else what stood before the cut
    /// is the record.
    private func endEarly(_ draft: Draft, missing: Int) {
        let reason = "a record ends \(missing) bytes before its length"
        if input.segmentFailure == nil { report(.truncated, reason, at: draft.start) }
        let rest = window.ahead
        if let next = versionLine(in: rest) { return window.advance(next - rest.startIndex) }
        window.advance(rest.count)
        guard !rest.isEmpty, input.segmentFailure?.code ?? .truncated == .truncated else { return }
        var draft = draft
        draft.note("it is cut: \(missing) bytes of it are missing")
        finish(draft, Array(rest))
    }

    /// Passes a record that is too large, or whose length lies: then the next version line tells.
    private func skip(_ draft: Draft, length: Int) {
        let limit = limits.record
        report(
            .tooLarge, "a record says that it has \(length) bytes, and at most \(limit) are read; it is passed over",
            at: draft.start)
        var left = length
        while left > 0, let line = window.line(longest: Swift.min(left, limits.headerBytes)) {
            window.advance(line.count)
            left -= line.count
            _ = window.ensure(9)
            if line.last == 0x0A, isVersionLine(window.ahead) { return }
        }
        recordsInSegment += 1
    }
}
