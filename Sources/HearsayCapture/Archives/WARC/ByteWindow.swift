/// A stream of bytes with a little memory: enough is read ahead as is asked for, and one may go back a short way.
final class ByteWindow {
    /// Bytes that are kept behind the position at least, where there were so many.
    private static let kept = 1 << 20

    private let source: () throws -> [UInt8]
    private var buffer: [UInt8] = []
    private var position = 0
    private var dropped = 0
    private var isSourceEmpty = false
    /// Why the source could not be read to its end.
    private(set) var failure: CaptureError?
    /// The furthest position there was. Going back is allowed in proportion to it, so that time stays in proportion.
    private var furthest = 0
    private var goneBack = 0

    /// A window over the pieces that `source` gives; an empty piece is the end.
    init(_ source: @escaping () throws -> [UInt8]) { self.source = source }

    /// How many bytes lie before the position.
    var offset: Int { dropped + position }

    /// What has been read and not passed.
    var ahead: ByteSlice { buffer[position...] }

    /// Whether nothing is left.
    var isAtEnd: Bool { !ensure(1) }

    /// Reads until `count` bytes lie ahead; false when there are fewer.
    func ensure(_ count: Int) -> Bool {
        while buffer.count - position < count {
            guard !isSourceEmpty else { return false }
            pull()
        }
        return true
    }

    private func pull() {
        if position > Self.kept, position >= buffer.count / 2 {
            buffer.removeSubrange(..<(position - Self.kept))
            dropped += position - Self.kept
            position = Self.kept
        }
        do {
            let piece = try source()
            isSourceEmpty = piece.isEmpty
            buffer += piece
        } catch let error as CaptureError {
            (isSourceEmpty, failure) = (true, error)
        } catch {
            (isSourceEmpty, failure) = (true, CaptureError(.truncated, "it could not be read on: \(error)"))
        }
    }

    /// Reads on, as far again as it has read; false at the end.
    func readOn() -> Bool {
        let had = ahead.count
        _ = ensure(had + max(1, min(had, 64 << 10)))
        return ahead.count > had
    }

    /// Asks the source again after its end.
    func resume() { isSourceEmpty = false }

    /// Passes bytes that lie ahead.
    func advance(_ count: Int) {
        precondition(count <= buffer.count - position)
        position += count
        furthest = max(furthest, offset)
    }

    /// Goes back; false when that lies too far, or has been done too often.
    func goBack(to offset: Int) -> Bool {
        let distance = self.offset - offset
        guard offset >= dropped, distance >= 0, goneBack + distance <= furthest + Self.kept else { return false }
        goneBack += distance
        position = offset - dropped
        return true
    }

    /// The next line with its end, of at most `longest` bytes; nil at the end. It is not passed.
    func line(longest: Int) -> ByteSlice? {
        var searched = 0
        while true {
            let ahead = ahead.prefix(longest)
            if let newline = ahead.dropFirst(searched).firstIndex(of: 0x0A) { return ahead[...newline] }
            if ahead.count == longest { return ahead }
            searched = ahead.count
            if !readOn() { return ahead.isEmpty ? nil : ahead }
        }
    }
}
