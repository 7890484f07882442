internal import Glibc

/// Where the program's own files lie: beside the running program, or where an installation keeps its data.
package enum ProgramFolder {
    /// The folders in which the resources of a target may lie, the likeliest first.
    package static func candidates(of target: String) -> [String] {
        path.map { ["\($0)/hearsay_\(target).resources/Resources", "\($0)/../share/hearsay"] } ?? []
    }

    /// The program's folder without a slash at its end; nil when the system does not tell.
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
