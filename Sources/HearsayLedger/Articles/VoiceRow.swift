internal import GRDB
internal import HearsayCore

/// The columns of a voice, as its reading gives them.
struct VoiceRow: Equatable {
    var voice: String
    var kind: String
    var anonymous: Bool
    var name: String?
    var role: String?
    var affiliation: String?
    var reason: String?

    init(_ voice: Voice) {
        self.voice = voice.id.column
        (kind, anonymous) = (voice.kind.rawValue, voice.anonymous)
        name = Self.filled(voice.name)
        role = Self.filled(voice.role)
        affiliation = Self.filled(voice.affiliation)
        reason = Self.filled(voice.reason)
    }

    init(_ row: Row) throws {
        voice = try row.value("voice")
        kind = try row.value("kind")
        anonymous = try row.value("anonymous")
        name = try row.optional("name")
        role = try row.optional("role")
        affiliation = try row.optional("affiliation")
        reason = try row.optional("reason")
    }

    private static func filled(_ text: String?) -> String? {
        let line = OneLine.text(text ?? "").column
        return line.isEmpty ? nil : line
    }

    /// What to call it: the name, else the description; empty when the article gives neither.
    var label: String { name ?? role ?? affiliation ?? "" }

    /// In the order of the table.
    var values: [(any DatabaseValueConvertible)?] { [voice, kind, anonymous, name, role, affiliation, reason] }
}
