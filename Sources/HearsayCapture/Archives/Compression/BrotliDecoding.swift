internal import CBrotli

/// Bodies that are compressed with Brotli (RFC 7932).
enum BrotliDecoding {
    /// How decoding ended.
    enum State: Hashable { case ended, cut, full, broken }

    /// Decodes a whole body, at most `room` bytes of it.
    static func decode(_ body: [UInt8], room: Int) -> (bytes: [UInt8], state: State) {
        guard let decoder = BrotliDecoderCreateInstance(nil, nil, nil) else { return ([], .broken) }
        defer { BrotliDecoderDestroyInstance(decoder) }
        var (out, scratch) = ([UInt8](), [UInt8](repeating: 0, count: 64 << 10))
        return body.withUnsafeBufferPointer { body in
            var (left, next) = (body.count, body.baseAddress)
            while true {
                let (result, written) = scratch.withUnsafeMutableBufferPointer { scratch in
                    var (space, target) = (scratch.count, scratch.baseAddress)
                    let result = BrotliDecoderDecompressStream(decoder, &left, &next, &space, &target, nil)
                    return (result, scratch.count - space)
                }
                guard written <= room - out.count else { return (out, .full) }
                out.append(contentsOf: scratch[..<written])
                switch result {
                case BROTLI_DECODER_RESULT_SUCCESS: return (out, .ended)
                case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: return (out, .cut)
                case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
                default: return (out, .broken)
                }
            }
        }
    }
}
