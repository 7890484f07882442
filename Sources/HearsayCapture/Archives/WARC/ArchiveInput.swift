/// The bytes of a WARC or ARC file as segments: a plain file is one, of a gzip file each member is one.
final class ArchiveInput {
    private let raw: ByteWindow
    private let limits: ArchiveLimits
    private var inflater: Inflater?
    private var unread: [UInt8] = []
    private var unpacked = 0
    /// A member that was opened to see whether it goes on with a record, and does not.
    private var next: (start: Int, first: [UInt8], failure: CaptureError?)?
    private var memberStart = 0
    private var isPlainOpen = false
    /// Whether what is searched for a member has been told of as damaged.
    private var isRescan = false
    /// Whether the file is compressed; known once a segment was opened.
    private(set) var isGzip = false
    /// The bytes of the open segment, unpacked.
    private(set) var window: ByteWindow
    /// Where the open segment starts in the file.
    private(set) var segmentStart = 0
    /// What is wrong with the open segment.
    private(set) var segmentFailure: CaptureError?
    /// Bytes between two members that belong to neither, not yet spoken of.
    private(set) var junk: (offset: Int, count: Int)?

    init(_ source: @escaping () throws -> [UInt8], limits: ArchiveLimits) {
        let raw = ByteWindow(source)
        (self.raw, window, self.limits) = (raw, raw, limits)
    }

    /// Why the file could not be read to its end.
    var failure: CaptureError? { raw.failure }

    /// Bytes of the file that are used up.
    var offset: Int { raw.offset }

    /// Opens the next segment; false when there is none.
    func openSegment() -> Bool {
        if let next {
            self.next = nil
            (segmentStart, unread, segmentFailure) = (next.start, next.first, next.failure)
            return openWindow()
        }
        if !isGzip {
            guard !isPlainOpen, raw.ensure(1) else { return false }
            isGzip = startsMember
            isPlainOpen = true
            if !isGzip { return true }
        }
        return findMember() && startMember()
    }

    /// Adds the next member to the open segment, for a record that is spread over several; false when there is none or a
    /// record starts in it.
    func joinNext() -> Bool {
        guard isGzip, segmentFailure == nil, next == nil, findMember() else { return false }
        (inflater, unpacked, memberStart) = (Inflater(.gzip), 0, raw.offset)
        var first: [UInt8] = []
        while first.count < 5, let piece = unpackedPiece() { first += piece }
        if first.starts(with: "WARC/".utf8) || first.isEmpty {
            next = (memberStart, first, segmentFailure)
            segmentFailure = nil
            return false
        }
        unread = first
        window.resume()
        return true
    }

    private func startMember() -> Bool {
        (inflater, segmentFailure, unread, unpacked) = (Inflater(.gzip), nil, [], 0)
        (segmentStart, memberStart) = (raw.offset, raw.offset)
        return openWindow()
    }

    private func openWindow() -> Bool {
        window = ByteWindow { [unowned self] in unpackedPiece() ?? [] }
        return true
    }

    /// Stands at the next member, if there is one. Zeros between members are padding.
    private func findMember() -> Bool {
        let start = raw.offset
        var isJunk = false
        while raw.ensure(1) {
            if startsMember { return noteJunk(isJunk, from: start) }
            let ahead = raw.ahead
            let next = ahead.dropFirst().firstIndex(of: 0x1F) ?? ahead.endIndex
            isJunk = isJunk || ahead[..<next].contains { $0 != 0 }
            raw.advance(next - ahead.startIndex)
        }
        _ = noteJunk(isJunk, from: start)
        return false
    }

    private func noteJunk(_ isJunk: Bool, from start: Int) -> Bool {
        if isJunk, !isRescan { junk = (start, raw.offset - start) }
        isRescan = false
        return true
    }

    /// Whether a gzip header lies ahead. Inside a file it must be one that is really written, since any bytes may lie
    /// between members.
    private var startsMember: Bool {
        guard raw.ensure(3), raw.ahead.starts(with: [0x1F, 0x8B, 0x08]) else { return false }
        if raw.offset == 0 { return true }
        guard raw.ensure(10) else { return false }
        let header = Array(raw.ahead.prefix(10))
        return header[3] < 0x20 && [0, 2, 4].contains(header[8]) && (header[9] < 20 || header[9] == 255)
    }

    /// The junk that was met since the last time.
    func takeJunk() -> (offset: Int, count: Int)? {
        defer { junk = nil }
        return junk
    }

    /// Leaves a segment whose rest is of no use: a damaged one is searched again for the start of another member.
    func abandonSegment() {
        guard segmentFailure != nil else { return }
        isRescan = true
        _ = raw.goBack(to: memberStart + 1)
    }

    /// The next unpacked bytes of the member; nil at its end.
    private func unpackedPiece() -> [UInt8]? {
        if !unread.isEmpty {
            defer { unread = [] }
            return unread
        }
        var out: [UInt8] = []
        while out.isEmpty, let inflater {
            guard raw.ensure(1) else {
                fail(.truncated, "the file ends within a gzip member")
                break
            }
            let (consumed, state) = inflater.inflate(raw.ahead, room: 64 << 10, into: &out)
            raw.advance(consumed)
            unpacked += out.count
            switch state {
            case .open where unpacked > limits.expansion(of: raw.offset - memberStart):
                fail(.unsafe, "the gzip member unpacks to more than \(limits.ratio) times its size")
            case .open: break
            case .ended: self.inflater = nil
            case .broken(let reason): fail(.malformed, "the gzip member is damaged (\(reason))")
            }
        }
        return out.isEmpty ? nil : out
    }

    private func fail(_ code: CaptureError.Code, _ reason: String) {
        segmentFailure = CaptureError(code, reason, at: .init(byte: memberStart))
        inflater = nil
    }
}
