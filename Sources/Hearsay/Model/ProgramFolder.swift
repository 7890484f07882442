internal import Glibc

/// Where the program's own files are: beside the running program, or where an installation keeps its data.
public enum ProgramFolder {
    /// The folders in which the resources of a target may lie, the likeliest first.
    public static func candidates(of target: String) -> [String] {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = buffer.withUnsafeMutableBytes { bytes in
            bytes.baseAddress.map { readlink("/proc/self/exe", $0.assumingMemoryBound(to: CChar.self), bytes.count) }
                ?? -1
        }
        guard count > 0, let slash = buffer[..<count].lastIndex(of: 0x2F) else { return [] }
        let beside = String(decoding: buffer[..<slash], as: UTF8.self)
        return ["\(beside)/hearsay_\(target).resources/Resources", "\(beside)/../share/hearsay"]
    }
}
