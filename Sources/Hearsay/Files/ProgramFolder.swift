internal import Glibc

/// Where the running program lies; its data files are looked for beside it.
package enum ProgramFolder {
    /// The folder without a slash at its end; nil when the system does not tell.
    package static var path: String? {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = buffer.withUnsafeMutableBytes { bytes in
            bytes.baseAddress.map { readlink("/proc/self/exe", $0.assumingMemoryBound(to: CChar.self), bytes.count) }
                ?? -1
        }
        guard count > 0, let slash = buffer[..<count].lastIndex(of: 0x2F) else { return nil }
        return String(decoding: buffer[..<slash], as: UTF8.self)
    }
}
