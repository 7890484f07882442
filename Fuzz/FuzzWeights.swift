// A libFuzzer target: whatever the bytes, a weights file is refused by a ModelError or can be used. See README.md.

import Glibc
import HearsayLanguage

/// The file that each input is written to; it has no name of its own.
private let file = fileno(tmpfile())

/// Public, so that the compiler cannot leave the reading of the numbers out.
public nonisolated(unsafe) var lastSum: Float = 0

/// Called by libFuzzer with each input. The header's length is put in front, so that inputs need not guess it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWeights(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let data, size > 0 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    // The first byte chooses: the file as it is, or a header up to the first NUL byte and then the tensors.
    var content = Array(bytes.dropFirst())
    if bytes[0] & 1 == 1 {
        let header = content.prefix { $0 != 0 }
        content = withUnsafeBytes(of: UInt64(header.count).littleEndian, Array.init) + header
        content += [UInt8](repeating: 0x3C, count: Int(bytes[0]) * 64)
    }
    precondition(file >= 0 && ftruncate(file, 0) == 0, "no file in memory")
    precondition(pwrite(file, content, content.count, 0) == content.count, "the file cannot be written")
    do throws(ModelError) {
        try use(Safetensors(path: "/proc/self/fd/\(file)"))
    } catch {
        precondition(!error.reason.isEmpty, "an error without a reason")
    }
    return 0
}

private func use(_ weights: Safetensors) throws(ModelError) {
    for (name, entry) in weights.entries {
        guard let floats = try? weights.floats(name, shape: entry.shape) else { continue }
        var sum: Float = 0
        for index in 0..<floats.count { sum += floats[index] }
        lastSum = sum
    }
    let encoder = Encoder(weights: try EncoderWeights(base: weights))
    guard encoder.longest > 0, encoder.hidden < 4096 else { return }
    precondition(encoder.encode([[0]]).count == encoder.hidden, "a row of another width")
}
