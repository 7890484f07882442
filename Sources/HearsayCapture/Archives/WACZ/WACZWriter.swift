internal import Crypto
internal import Glibc
internal import HearsayCore

/// Writes a WACZ 1.1.1: an archive, its index, the list of pages, and the digests of all. Equal calls write equal bytes.
///
/// Until `finish()` the archive grows beside the path, in a file with ".part" behind its name; it is removed then, or
/// when the writer is let go.
public final class WACZWriter {
    /// What the package says of itself.
    public struct Information: Hashable, Sendable {
        /// The software ("hearsay 0.3").
        public var software: String
        /// When it was made, in RFC 3339.
        public var date: String
        /// The title of the collection.
        public var title: String?

        /// Facts about a package.
        public init(software: String, date: String, title: String? = nil) {
            (self.software, self.date, self.title) = (software, date, title)
        }
    }

    private static let archiveName = "data.warc.gz"

    private let path: String
    private let created: String
    private let information: Information
    private let part: PartFile
    private var warc: WARCWriter
    private var index = CDXIndex(filename: archiveName)
    private var pages: [UInt8] = []

    /// The file beside a path in which the archive grows.
    public static func unfinished(_ path: String) -> String { path + ".part" }

    /// Starts a package that will lie at `path`.
    public init(path: String, _ information: Information) throws {
        guard let created = RecordTime.utc(information.date) else {
            throw CaptureError(.malformed, "\u{201C}\(information.date)\u{201D} is no RFC 3339 time")
        }
        // The format of packages knows no fractions of a second.
        self.created = String(created.prefix(19)) + "Z"
        let part = try PartFile(path: Self.unfinished(path))
        (self.path, self.information, self.part) = (path, information, part)
        warc = try WARCWriter(
            .init(software: information.software, date: created, filename: Self.archiveName)
        ) { try part.write($0) }
        var head = JSONWriter()
        head.object { json in
            json.field("format", "json-pages-1.0")
            json.field("id", "pages")
            json.field("title", "All Pages")
        }
        pages = head.bytes + [0x0A]
    }

    /// Adds a capture, which will be one of the pages.
    public func write(_ capture: ArchiveCapture) throws {
        let entry = try warc.write(capture)
        index.add(capture, entry)
        var json = JSONWriter()
        json.object { json in
            json.field("id", String(entry.recordID.dropFirst("urn:uuid:".count)))
            json.field("url", capture.url)
            json.field("ts", RecordTime.utc(capture.date))
            if let title = capture.title { json.field("title", title) }
        }
        pages += json.bytes + [0x0A]
    }

    /// Writes the package. Nothing may be written after it.
    public func finish() throws {
        let (index, members) = try index.files(named: "index.cdx.gz")
        let archiveDigest = try part.close()
        let files: [(path: String, bytes: [UInt8])] = [
            ("indexes/index.cdx.gz", index), ("indexes/index.idx", members), ("pages/pages.jsonl", pages),
        ]
        var resources = [("archive/" + Self.archiveName, archiveDigest, part.count)]
        resources += files.map { ($0.path, $0.bytes.sha256.hexadecimal, $0.bytes.count) }
        let package = description(of: resources)
        var digest = JSONWriter(indented: true)
        digest.object { json in
            json.field("path", "datapackage.json")
            json.field("hash", "sha256:" + package.sha256.hexadecimal)
        }
        try ZipWriting.write(
            [("archive/" + Self.archiveName, .file(path: part.path))] + files.map { ($0.path, .bytes($0.bytes)) }
                + [("datapackage.json", .bytes(package)), ("datapackage-digest.json", .bytes(digest.bytes))],
            to: path, date: created)
        part.remove()
    }

    private func description(of resources: [(path: String, digest: String, count: Int)]) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("profile", "data-package")
            json.field("wacz_version", "1.1.1")
            if let title = information.title { json.field("title", title) }
            json.field("created", created)
            json.field("software", information.software)
            json.field("resources") { json in
                json.array(resources) { json, resource in
                    json.object { json in
                        json.field("name", resource.path.split(separator: "/").last.map(String.init))
                        json.field("path", resource.path)
                        json.field("hash", "sha256:" + resource.digest)
                        json.field("bytes", resource.count)
                    }
                }
            }
        }
        return json.bytes
    }
}

/// The archive of a package while it grows.
private final class PartFile {
    let path: String
    private(set) var count = 0
    private var file: UnsafeMutablePointer<FILE>?
    private var hash = SHA256()
    private var isRemoved = false

    init(path: String) throws(CaptureError) {
        self.path = path
        file = fopen(path, "wb")
        if file == nil { throw CaptureError(.malformed, "\(path) cannot be written (error \(errno) of the system)") }
    }

    deinit { remove() }

    func write(_ bytes: [UInt8]) throws(CaptureError) {
        guard let file, fwrite(bytes, 1, bytes.count, file) == bytes.count else {
            throw CaptureError(.malformed, "\(path) cannot be written on (error \(errno) of the system)")
        }
        hash.update(data: bytes)
        count += bytes.count
    }

    /// Ends the file, and gives its SHA-256.
    func close() throws(CaptureError) -> String {
        guard let file else { throw CaptureError(.malformed, "\(path) is closed already") }
        self.file = nil
        guard fclose(file) == 0 else { throw CaptureError(.malformed, "\(path) cannot be written to its end") }
        return Array(hash.finalize()).hexadecimal
    }

    func remove() {
        if let file {
            fclose(file)
            self.file = nil
        }
        if !isRemoved { unlink(path) }
        isRemoved = true
    }
}
