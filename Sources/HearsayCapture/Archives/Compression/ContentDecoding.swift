/// Undoes the content encodings of a body, within limits.
struct ContentDecoding {
    /// Encodings that one body may have upon each other.
    static let deepest = 4

    /// A body and what was odd about it.
    struct Result: Hashable {
        var bytes: [UInt8]
        var defects: [String] = []
    }

    let limits: ArchiveLimits

    /// The body under the encodings of its headers, which name them in the order in which they were put on.
    func decode(_ body: [UInt8], encodings: [String]) throws(CaptureError) -> Result {
        var result = Result(bytes: body)
        let names = encodings.flatMap { Array($0.utf8).split(separator: 0x2C) }
            .map { String(decoding: $0.trimmed.asciiLowercased, as: UTF8.self) }
            .filter { !["", "identity", "none", "utf-8"].contains($0) }
        guard names.count <= Self.deepest else {
            throw CaptureError(.unsafe, "the body is compressed \(names.count) times over")
        }
        let room = min(limits.body, limits.expansion(of: body.count))
        for name in names.reversed() where !result.bytes.isEmpty {
            switch name {
            case "gzip", "x-gzip": try gzip(&result, room: room)
            case "deflate": try deflate(&result, room: room)
            case "br": try brotli(&result, room: room)
            default: throw CaptureError(.unsupported, "the body's encoding \u{201C}\(name)\u{201D} is not read")
            }
        }
        return result
    }

    /// Gzip members one after the other; what stands behind them is dropped.
    private func gzip(_ result: inout Result, room: Int) throws(CaptureError) {
        guard result.bytes.starts(with: [0x1F, 0x8B]) else {
            result.defects.append("the body says that it is gzip and is not")
            return
        }
        var (rest, out) = (result.bytes.slice, [UInt8]())
        while rest.starts(with: [0x1F, 0x8B]) {
            let (consumed, state) = Inflater(.gzip).inflate(rest, room: room - out.count + 1, into: &out)
            guard out.count <= room else { throw tooMuch(room) }
            rest = rest.dropFirst(consumed)
            guard state == .ended else {
                try note(state, named: "gzip", out, in: &result)
                break
            }
        }
        result.bytes = out
    }

    /// Deflate with the wrapping that it should have, or bare, as some servers send it.
    private func deflate(_ result: inout Result, room: Int) throws(CaptureError) {
        for wrapping in [Inflater.Wrapping.zlib, .none] {
            var out: [UInt8] = []
            let (_, state) = Inflater(wrapping).inflate(result.bytes.slice, room: room + 1, into: &out)
            guard out.count <= room else { throw tooMuch(room) }
            if case .broken = state, wrapping == .zlib, out.isEmpty { continue }
            if state != .ended { try note(state, named: "deflate", out, in: &result) }
            result.bytes = out
            return
        }
    }

    private func brotli(_ result: inout Result, room: Int) throws(CaptureError) {
        let (out, state) = BrotliDecoding.decode(result.bytes, room: room)
        switch state {
        case .ended: break
        case .full: throw tooMuch(room)
        case .cut where !out.isEmpty: result.defects.append("the br body ends too early")
        case .cut, .broken: throw CaptureError(.malformed, "the br body is damaged")
        }
        result.bytes = out
    }

    /// A stream that has not ended: what came of it is kept with a defect, unless nothing did.
    private func note(
        _ state: Inflater.State, named name: String, _ out: [UInt8], in result: inout Result
    ) throws(CaptureError) {
        var reason = "the \(name) body ends too early"
        if case .broken(let detail) = state { reason = "the \(name) body is damaged (\(detail))" }
        guard !out.isEmpty else { throw CaptureError(.malformed, reason) }
        result.defects.append(reason)
    }

    private func tooMuch(_ room: Int) -> CaptureError {
        CaptureError(.tooLarge, "the body unpacks to more than \(room) bytes")
    }
}
