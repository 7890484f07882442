import HearsayCore

/// Reads the pages of a WACZ, the zip file in which web archives are passed on, and checks what it says of itself.
///
/// As a sequence it first tells what is wrong with the package, then for each record of its archives what an
/// ``ArchiveReader`` tells, with titles from the list of pages. A reader is read once, by one thread.
public final class WACZReader: Sequence, IteratorProtocol {
    /// What it says of itself; nil when that is missing or cannot be read.
    public private(set) var package: WACZPackage?
    /// The pages that its lists name.
    public private(set) var pages: [WACZPage] = []
    /// Who signed it.
    public private(set) var signature = WACZSignature.none
    /// The archive within it that is being read ("archive/data.warc.gz").
    public private(set) var part: String?

    private let zip: ZipFile
    private let limits: ArchiveLimits
    /// What is still to be told, the next last.
    private var problems: [CaptureError] = []
    private var parts: [ZipFile.Entry] = []
    private var records: ArchiveReader?
    /// The titles of the pages by address, and by address and time.
    private var titles: [String: String?] = [:]

    /// Opens the WACZ at a path and reads everything but its archives.
    public convenience init(path: String, limits: ArchiveLimits = ArchiveLimits()) throws(CaptureError) {
        try self.init(ZipFile(path: path, limits: limits), limits)
    }

    /// Opens a whole WACZ in memory.
    public convenience init(bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws(CaptureError) {
        try self.init(ZipFile(bytes: bytes, limits: limits), limits)
    }

    private init(_ zip: ZipFile, _ limits: ArchiveLimits) throws(CaptureError) {
        (self.zip, self.limits) = (zip, limits)
        zip.problems.forEach(report)
        readPackage()
        for name in ["pages/pages.jsonl", "pages/extraPages.jsonl"] { readPages(name) }
        if zip.entry(named: "pages/pages.jsonl") == nil { report(.malformed, "the list pages/pages.jsonl is missing") }
        for page in pages.reversed() {
            titles[Self.key(page.url)] = .some(page.title)
            titles[Self.key(page.url, page.date)] = .some(page.title)
        }
        parts = zip.entries.filter { Self.isArchive($0.name) }
        if parts.isEmpty { report(.malformed, "there is no WARC file in the folder archive/") }
        if !zip.entries.contains(where: { $0.name.hasPrefix("indexes/") }) {
            report(.malformed, "there is no index in the folder indexes/")
        }
        problems.reverse()
    }

    /// The next page, skip or problem; nil at the end.
    public func next() -> ArchiveItem? {
        while true {
            if let problem = problems.popLast() { return .problem(problem) }
            if let item = records?.next() { return named(item) }
            guard !parts.isEmpty else { return nil }
            let entry = parts.removeFirst()
            part = entry.name
            records = ArchiveReader(limits: limits, source: zip.pieces(of: entry))
        }
    }

    /// An item as its place in the package makes it: a problem names its archive, a page has its title.
    private func named(_ item: ArchiveItem) -> ArchiveItem {
        switch item {
        case .problem(let problem):
            return .problem(CaptureError(problem.code, "\(part ?? ""): \(problem.reason)", at: problem.place))
        case .page(var page):
            guard !pages.isEmpty else { return item }
            let title = titles[Self.key(page.url, page.date)] ?? titles[Self.key(page.url)]
            page.isListed = title != nil
            page.title = title ?? nil
            return .page(page)
        case .skip: return item
        }
    }

    /// An address without its fragment, which no record has.
    private static func key(_ url: String) -> String { String(decoding: url.utf8.prefix { $0 != 0x23 }, as: UTF8.self) }

    private static func key(_ url: String, _ date: String?) -> String {
        key(url) + " " + RecordTime.digits(date ?? "")
    }

    private static func isArchive(_ name: String) -> Bool {
        name.hasPrefix("archive/") && [".warc", ".warc.gz", ".arc", ".arc.gz"].contains { name.hasSuffix($0) }
    }

    private func report(_ code: CaptureError.Code, _ reason: String) { report(CaptureError(code, reason)) }

    private func report(_ problem: CaptureError) {
        if problems.count < limits.problems { problems.append(problem) }
    }

    // MARK: The package

    private func readPackage() {
        guard let entry = zip.entry(named: "datapackage.json") else {
            return report(.malformed, "datapackage.json is missing")
        }
        do throws(CaptureError) {
            let bytes = try zip.bytes(of: entry, limit: limits.description)
            readSignature(over: bytes)
            let package = try WACZPackage(bytes)
            self.package = package
            checkResources(package.resources)
        } catch { report(error) }
    }

    private func readSignature(over package: [UInt8]) {
        guard let entry = zip.entry(named: "datapackage-digest.json") else { return }
        do throws(CaptureError) {
            signature = try WACZSignature(zip.bytes(of: entry, limit: limits.description), over: package)
        } catch {
            signature = .invalid(error.reason)
        }
        if case .invalid(let reason) = signature { report(.digestMismatch, "datapackage-digest.json: \(reason)") }
    }

    private func checkResources(_ resources: [WACZPackage.Resource]) {
        let entries = Dictionary(zip.entries.map { ($0.name, $0) }) { first, _ in first }
        var seen: Set<String> = []
        for resource in resources where seen.insert(resource.path).inserted {
            if let entry = entries[resource.path] {
                check(resource, entry)
            } else {
                report(.malformed, "\u{201C}\(resource.path.prefix(120))\u{201D} is listed and missing")
            }
        }
        for entry in zip.entries where !seen.contains(entry.name) {
            if ["datapackage.json", "datapackage-digest.json"].contains(entry.name) { continue }
            report(.malformed, "\u{201C}\(entry.name)\u{201D} is there and not listed")
        }
    }

    /// Compares size and digest of a file with what the package states.
    private func check(_ resource: WACZPackage.Resource, _ entry: ZipFile.Entry) {
        if let bytes = resource.bytes, bytes != entry.size {
            report(.digestMismatch, "\u{201C}\(entry.name)\u{201D} has \(entry.size) bytes and is listed with \(bytes)")
        }
        guard let text = resource.hash, let stated = StatedDigest(text), var hash = stated.hash else {
            return report(.unsupported, "\u{201C}\(entry.name)\u{201D} is listed without a digest that can be checked")
        }
        do {
            let next = zip.pieces(of: entry)
            while case let piece = try next(), !piece.isEmpty { hash.update(piece[...]) }
            if stated.verdict(on: hash.finish()) != .holds {
                report(.digestMismatch, "\u{201C}\(entry.name)\u{201D} is not the file whose digest is listed")
            }
        } catch {
            report(error as? CaptureError ?? CaptureError(.malformed, "\(error)"))
        }
    }

    private func readPages(_ name: String) {
        guard let entry = zip.entry(named: name) else { return }
        do throws(CaptureError) {
            let bytes = try zip.bytes(of: entry, limit: limits.list)
            let (pages, problems) = WACZPage.list(bytes, named: name, limits: limits)
            self.pages += pages
            problems.forEach(report)
        } catch { report(error) }
    }
}
