internal import HearsayCapture
internal import HearsayCore

/// Opens what the user names, so that its articles come one after the other.
struct InputOpening {
    /// What is known of the articles.
    var facts = ArticleFacts()
    /// How much is read.
    var limits = InputLimits()
    /// The field of JSON inputs that holds the text.
    var textField = "text"

    /// The articles of a file, or of standard input for "-".
    func source(path: String, name: String) throws(FileProblem) -> any InputSource {
        if path != "-", try FileState(of: path).isFolder { throw FileProblem("it is a folder") }
        let bytes = try ByteSource(path: path)
        let head = try bytes.next()
        let kind = FileKind(name: path == "-" ? "" : path, head: head)
        // A ZIP file has its list at the end; one that is a file is read where it lies.
        if kind == .wacz, path != "-" {
            return try archive(name) { () throws(CaptureError) in try WACZReader(path: path) }
        }
        return try source(kind, head: head, rest: bytes, name: name)
    }

    /// The articles of bytes that were fetched from an address.
    func source(_ bytes: [UInt8], mediaType: String?, name: String) throws(FileProblem) -> any InputSource {
        try source(FileKind(mediaType: mediaType, name: name, head: bytes), head: bytes, rest: ByteSource(), name: name)
    }

    private func source(
        _ kind: FileKind, head: [UInt8], rest: ByteSource, name: String
    ) throws(FileProblem) -> any InputSource {
        switch kind {
        case .lines:
            let lines = LineReader(source: rest, buffer: head, limit: limits.lineBytes)
            return LineInput(lines, name: name, facts: facts, textField: textField)
        case .warc: return ArchiveInput(rest, head: head, name: name, facts: facts)
        case .wacz:
            let bytes = try whole(head, rest, limit: limits.archiveBytes)
            return try archive(name) { () throws(CaptureError) in try WACZReader(bytes: bytes) }
        case .json: return JSONInput.source(try whole(head, rest), name: name, opening: self)
        case .feed: return FeedInput.source(try whole(head, rest), name: name, facts: facts)
        case .article(let format):
            let bytes = try whole(head, rest)
            return ReadyInput([.success(InputItem(origin: name, content: .bytes(bytes, format), facts: facts))])
        }
    }

    private func archive(
        _ name: String, _ open: () throws(CaptureError) -> WACZReader
    ) throws(FileProblem) -> any InputSource {
        do { return ArchiveInput(try open(), name: name, facts: facts) } catch {
            throw FileProblem(error.description)
        }
    }

    private func whole(_ head: [UInt8], _ rest: ByteSource, limit: Int? = nil) throws(FileProblem) -> [UInt8] {
        let limit = limit ?? limits.fileBytes
        var bytes = head
        while true {
            let chunk = try rest.next()
            if chunk.isEmpty { break }
            bytes.append(contentsOf: chunk)
            guard bytes.count <= limit else {
                throw FileProblem("longer than \(limit >> 20) MiB, the most that is read as one article")
            }
        }
        if bytes.isEmpty { throw FileProblem("the file is empty") }
        return bytes
    }
}
