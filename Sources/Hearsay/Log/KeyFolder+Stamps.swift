internal import Glibc

/// A time-stamp of a checkpoint as it is kept: the exact note, the request for it and the reply.
struct KeptStamp {
    /// Its number within the log, from 1.
    var number: Int
    /// The signed note that it is for, to the byte.
    var note: String
    /// The request, in DER.
    var request: [UInt8]
    /// The reply, in DER; nil while it is waited for.
    var reply: [UInt8]?
}

extension KeyFolder {
    /// A log's time-stamps, in the order in which they were asked for.
    func stamps(of log: String) throws(FileProblem) -> [KeptStamp] {
        var stamps: [KeptStamp] = []
        while let note = try optional(stampFile(stamps.count + 1, "note", log)) {
            let number = stamps.count + 1
            stamps.append(
                KeptStamp(
                    number: number, note: String(decoding: note, as: UTF8.self),
                    request: try FileBytes.read(stampFile(number, "tsq", log), limit: 1 << 20),
                    reply: try optional(stampFile(number, "tsr", log))))
        }
        return stamps
    }

    /// Keeps the request for a time-stamp of a note; the note goes last, so that it is whole once it is seen.
    /// - Returns: its number.
    func keepStamp(request: [UInt8], of note: String, in log: String) throws(FileProblem) -> Int {
        let number = try stamps(of: log).count + 1
        try FileBytes.createFolder(stampFolder(log))
        try FileBytes.write(request, to: stampFile(number, "tsq", log))
        try FileBytes.write(Array(note.utf8), to: stampFile(number, "note", log))
        return number
    }

    /// Keeps the reply to a request, as it came.
    func keepStamp(reply: [UInt8], number: Int, in log: String) throws(FileProblem) {
        try FileBytes.write(reply, to: stampFile(number, "tsr", log))
    }

    private func stampFolder(_ log: String) -> String { "\(path)/\(log)/stamps" }

    private func stampFile(_ number: Int, _ ending: String, _ log: String) -> String {
        "\(stampFolder(log))/\(number).\(ending)"
    }

    private func optional(_ path: String) throws(FileProblem) -> [UInt8]? {
        do { return try FileBytes.read(path, limit: 1 << 20) } catch {
            if error.number == ENOENT { return nil }
            throw error
        }
    }
}
