internal import CZlib

/// Gzip files as archives hold them: equal bytes give equal files.
enum GzipWriting {
    /// One gzip member of some bytes; nil when memory is short.
    static func member(_ bytes: [UInt8]) -> [UInt8]? {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        defer { stream.deallocate() }
        guard hearsay_deflate_start(stream, 9, 31) == Z_OK else { return nil }
        defer { deflateEnd(stream) }
        var (out, scratch) = ([UInt8](), [UInt8](repeating: 0, count: 64 << 10))
        var (at, code) = (0, Z_OK)
        while code == Z_OK {
            let piece = bytes[at..<min(bytes.count, at + 1 << 24)]
            at += piece.count
            piece.withUnsafeBufferPointer { piece in
                stream.pointee.next_in = UnsafeMutablePointer(mutating: piece.baseAddress)
                stream.pointee.avail_in = UInt32(piece.count)
                code = deflateAll(stream, at == bytes.count ? Z_FINISH : Z_NO_FLUSH, &scratch, into: &out)
            }
        }
        return code == Z_STREAM_END ? out : nil
    }

    /// Deflates what stands in the stream's input.
    private static func deflateAll(
        _ stream: UnsafeMutablePointer<z_stream>, _ flush: CInt, _ scratch: inout [UInt8], into out: inout [UInt8]
    ) -> CInt {
        while true {
            let code = scratch.withUnsafeMutableBufferPointer { scratch in
                stream.pointee.next_out = scratch.baseAddress
                stream.pointee.avail_out = UInt32(scratch.count)
                return deflate(stream, flush)
            }
            out.append(contentsOf: scratch[..<(scratch.count - Int(stream.pointee.avail_out))])
            if code == Z_STREAM_END || code != Z_OK && code != Z_BUF_ERROR { return code }
            if stream.pointee.avail_in == 0, stream.pointee.avail_out > 0 { return Z_OK }
        }
    }
}
