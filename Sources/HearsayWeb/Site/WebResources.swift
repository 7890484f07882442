internal import Hearsay
internal import Mustache

/// The templates and static files, read once at the start.
struct WebResources: Sendable {
    /// The templates by name.
    let templates: MustacheLibrary
    /// The static files by name.
    let files: [StaticFile: [UInt8]]

    /// Reads everything that the pages need from a folder; nil looks beside the program and where an installation
    /// keeps its data.
    init(folder named: String?) throws(WebError) {
        let folder = try Self.folder(named)
        MustacheContentTypes.register(SafeText(), named: SafeText.name)
        var library = MustacheLibrary()
        for template in Template.allCases {
            let file = "\(folder)/Templates/\(template.rawValue).mustache"
            let text = String(decoding: try Self.read(file), as: UTF8.self)
            try Self.check(text, of: file)
            do {
                try library.register("{{% CONTENT_TYPE:\(SafeText.name)}}" + text, named: template.rawValue)
            } catch {
                throw WebError(.resourceAltered, "\(file): not a template: \(error); build or install anew")
            }
        }
        templates = library
        var files: [StaticFile: [UInt8]] = [:]
        for file in StaticFile.allCases { files[file] = try Self.read("\(folder)/Static/\(file.rawValue)") }
        files[.style] = Array(PageStyle.sheet.utf8) + (files[.style] ?? [])
        self.files = files
    }

    private static func folder(_ named: String?) throws(WebError) -> String {
        if let named { return named }
        let folders = ProgramFolder.candidates(of: "HearsayWeb")
        guard
            let folder = folders.first(where: { (try? FileState(of: $0 + "/Templates"))?.isFolder == true })
                ?? folders.first
        else {
            throw WebError(.resourceAbsent, "the system does not tell where the program lies")
        }
        return folder
    }

    private static func read(_ file: String) throws(WebError) -> [UInt8] {
        do { return try FileBytes.read(file, limit: 1 << 20) } catch {
            throw WebError(.resourceAbsent, "\(file): \(error.reason); build or install this version anew")
        }
    }

    /// Markup that is not escaped by its template has a name that says so; see ``Markup``.
    private static func check(_ text: String, of file: String) throws(WebError) {
        for piece in text.split(separator: "{{", omittingEmptySubsequences: false).dropFirst() {
            let isRaw = ["{", "&", "%", "="].contains(piece.prefix(1))
            let name = piece.drop { "{&%= ".contains($0) }.prefix { $0.isLetter }
            if isRaw, !name.hasSuffix("Markup") {
                throw WebError(.resourceAltered, "\(file): \(name) would not be escaped; build or install anew")
            }
        }
    }
}

/// The templates, by their file names.
enum Template: String, CaseIterable, Sendable {
    // Pages.
    case start, articles, article, changes, claims, claim, sources, source, possible, history, due, search, add, log
    case problem
    // Parts of pages.
    case layout, path
    case articleLine = "article-line"
    case claimLine = "claim-line"
    case dueLine = "due-line"
    case linkLine = "link-line"
    case record
    case traceNote = "trace-note"
    case sourceTabs = "source-tabs"
    case pairForms = "pair-forms"
    case decision, done
}

/// The static files, by their names.
enum StaticFile: String, CaseIterable, Sendable {
    case style = "style.css"
    case script = "app.js"
    case icon = "favicon.svg"

    /// What the browser is told.
    var contentType: String {
        switch self {
        case .style: "text/css; charset=utf-8"
        case .script: "text/javascript; charset=utf-8"
        case .icon: "image/svg+xml"
        }
    }
}

/// How templates write text: escaped by its code points.
///
/// The template library's own way escapes whole characters, so that a quotation mark followed by a combining accent
/// would pass and end an attribute. It also leaves control characters and those that reorder text.
private struct SafeText: MustacheContentType {
    static let name = "HEARSAY"

    func escapeText(_ text: String) -> String { HTMLText.escape(text) }
}
