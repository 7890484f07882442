internal import Glibc

/// Remembers which files had which digest, in `verified` within a folder. Losing it costs only time.
struct VerificationStamp {
    private let path: String
    private let folder: String

    init(folder: String) {
        self.folder = folder
        path = folder + "/verified"
    }

    static func line(file: String, state: FileState, digest: String) -> String {
        "\(digest) \(state.size) \(state.inode) \(state.modified) \(state.changed) \(PlainText.singleLine(file))"
    }

    func holds(_ line: String) -> Bool { lines().contains(line) }

    func remember(_ line: String, file: String) {
        let name = PlainText.singleLine(file)
        let others = lines().filter { !$0.hasSuffix(" " + name) }.suffix(20)
        let text = (others + [line]).joined(separator: "\n") + "\n"
        try? FileBytes.createFolder(folder)
        try? FileBytes.write(Array(text.utf8), to: path)
    }

    private func lines() -> [String] {
        guard let bytes = try? FileBytes.read(path, limit: 65_536) else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
