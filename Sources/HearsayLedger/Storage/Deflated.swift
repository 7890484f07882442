internal import CZlib

/// Bytes as a zlib stream (RFC 1950) with ``ReadingDictionary``, as readings are stored: a quarter of their JSON.
enum Deflated {
    /// More than any reading has; a stream that holds more is no reading of ours.
    private static let most = 1 << 30
    /// Beyond this level, half as much time again saves a hundredth.
    private static let level: CInt = 4
    /// The window of 32 KiB and the header of RFC 1950.
    private static let window: CInt = 15

    /// The stream of some bytes.
    static func bytes(of content: [UInt8]) -> [UInt8] {
        precondition(content.count < most, "a reading is not that long")
        let stream = Stream()
        precondition(
            hearsay_deflate_start(stream.pointer, level, window) == Z_OK
                && deflateSetDictionary(
                    stream.pointer, ReadingDictionary.bytes, UInt32(ReadingDictionary.bytes.count)) == Z_OK,
            "only memory can be short")
        defer { deflateEnd(stream.pointer) }
        let room = Int(deflateBound(stream.pointer, UInt(content.count)))
        return stream.run(content, room: room) {
            let code = deflate($0, Z_FINISH)
            precondition(code == Z_STREAM_END, "the bound holds")
        }
    }

    /// The bytes of a stream; nil when it is none, or of more than a gibibyte.
    static func content(of bytes: [UInt8]) -> [UInt8]? {
        var room = max(1 << 12, bytes.count * 6)
        while room <= most {
            let stream = Stream()
            guard hearsay_inflate_start(stream.pointer, window) == Z_OK else { return nil }
            defer { inflateEnd(stream.pointer) }
            var code = Z_OK
            let content = stream.run(bytes, room: room) {
                code = inflate($0, Z_FINISH)
                guard code == Z_NEED_DICT else { return }
                code = inflateSetDictionary($0, ReadingDictionary.bytes, UInt32(ReadingDictionary.bytes.count))
                if code == Z_OK { code = inflate($0, Z_FINISH) }
            }
            if code == Z_STREAM_END { return content }
            // Room that is used up is the one thing that more of it mends.
            guard code == Z_BUF_ERROR, content.count == room else { return nil }
            room *= 4
        }
        return nil
    }

    /// A stream of zlib's, which keeps its address, so it must not move.
    private final class Stream {
        let pointer: UnsafeMutablePointer<z_stream>

        init() {
            pointer = .allocate(capacity: 1)
            pointer.initialize(to: z_stream())
        }

        deinit { pointer.deallocate() }

        /// What `body` writes when it is given these bytes and so much room.
        func run(
            _ input: [UInt8], room: Int, _ body: (UnsafeMutablePointer<z_stream>) -> Void
        ) -> [UInt8] {
            input.withUnsafeBufferPointer { input in
                [UInt8](unsafeUninitializedCapacity: room) { output, count in
                    pointer.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                    pointer.pointee.avail_in = UInt32(input.count)
                    pointer.pointee.next_out = output.baseAddress
                    pointer.pointee.avail_out = UInt32(room)
                    body(pointer)
                    count = room - Int(pointer.pointee.avail_out)
                }
            }
        }
    }
}
