internal import Hearsay
internal import HearsayCore
internal import Hummingbird

/// What a form sent: its fields, and at most one file.
struct SentForm: Equatable, Sendable {
    /// A file as the browser sent it.
    struct File: Equatable, Sendable {
        var name: String
        var bytes: [UInt8]
    }

    /// How much is taken as one form.
    static let limit = 16 << 20
    /// A form of these pages has fewer fields.
    static let mostFields = 32

    /// The fields by name; a name given twice is an error.
    var fields: [String: String] = [:]
    /// The files by the name of their field.
    var files: [String: File] = [:]

    /// Reads the body of a request, bounded, and holds it against the form token.
    init(_ request: Request, token: FormToken) async throws {
        if let length = request.headers.single("Content-Length").flatMap({ Int($0) }), length > Self.limit {
            throw PageProblem.tooLarge
        }
        let body = try await request.body.collect(upTo: Self.limit)
        try self.init(Array(body.readableBytesView), contentType: request.headers.single("Content-Type") ?? "")
        guard token.matches(fields.removeValue(forKey: FormToken.field)) else { throw PageProblem.staleForm }
    }

    /// Reads the bytes of a form of either kind that browsers send.
    init(_ bytes: [UInt8], contentType: String) throws(PageProblem) {
        let kind = contentType.prefix { $0 != ";" }.lowercased()
        switch kind {
        case "application/x-www-form-urlencoded": self = try URLEncodedForm.read(bytes)
        case "multipart/form-data": self = try MultipartForm.read(bytes, contentType: contentType)
        default: throw .badForm("The request is not a form.")
        }
    }

    /// An empty form.
    init() {}

    /// Adds a field; each name once.
    mutating func add(_ value: String, named name: String) throws(PageProblem) {
        guard fields[name] == nil, files[name] == nil, fields.count + files.count < Self.mostFields else {
            throw .badForm("The form has too many fields, or a field twice.")
        }
        fields[name] = value
    }

    /// A field without white space at its ends; nil when it is absent or empty.
    subscript(_ name: String) -> String? {
        guard let value = fields[name] else { return nil }
        let text = SourceText(value)
        let trimmed = text.string(text.trimmed(text.span))
        return trimmed.isEmpty ? nil : trimmed
    }
}
