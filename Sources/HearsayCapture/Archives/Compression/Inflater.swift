internal import CZlib

/// One zlib stream that is inflated piece by piece.
final class Inflater {
    /// How the deflated bytes are wrapped.
    enum Wrapping: CInt {
        case gzip = 31
        case zlib = 15
        case none = -15
    }

    /// Where a stream stands after a piece.
    enum State: Hashable {
        /// It goes on.
        case open
        /// It has ended, and its checksum holds.
        case ended
        /// It is no such stream, or no longer one: the reason, as the end of a sentence.
        case broken(String)
    }

    // zlib keeps the address of the stream, so it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var scratch = [UInt8](repeating: 0, count: 32 << 10)
    private var failure: State?

    init(_ wrapping: Wrapping) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        if hearsay_inflate_start(stream, wrapping.rawValue) != Z_OK { failure = .broken("memory is short") }
    }

    deinit {
        inflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// Inflates `input` until it is used up, the stream ends or `room` bytes have been appended to `out`.
    func inflate(_ input: ByteSlice, room: Int, into out: inout [UInt8]) -> (consumed: Int, state: State) {
        if let failure { return (0, failure) }
        let given = min(input.count, 1 << 30)
        let end = out.count + room
        var code = Z_OK
        input.prefix(given).withUnsafeBufferPointer { input in
            stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            stream.pointee.avail_in = UInt32(given)
            while code == Z_OK, out.count < end { code = step(room: end - out.count, into: &out) }
            stream.pointee.next_in = nil
        }
        let consumed = given - Int(stream.pointee.avail_in)
        switch code {
        case Z_OK, Z_BUF_ERROR: return (consumed, .open)
        case Z_STREAM_END: return (consumed, .ended)
        default:
            let reason = stream.pointee.msg.map { String(cString: $0) } ?? "the data is damaged"
            failure = .broken(reason)
            return (consumed, .broken(reason))
        }
    }

    private func step(room: Int, into out: inout [UInt8]) -> CInt {
        let space = min(room, scratch.count)
        let code = scratch.withUnsafeMutableBufferPointer { scratch in
            stream.pointee.next_out = scratch.baseAddress
            stream.pointee.avail_out = UInt32(space)
            return CZlib.inflate(stream, Z_NO_FLUSH)
        }
        out.append(contentsOf: scratch[..<(space - Int(stream.pointee.avail_out))])
        return code
    }
}
