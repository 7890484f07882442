public import HearsayCore

/// How voices and the chains to them are called in every view made for people.
public enum VoiceLabel {
    /// "Mara Ilves", "one Harbour Ministry source, unnamed", "nobody named".
    public static func label(_ voice: Voice) -> String {
        if let name = filled(voice.name) { return name }
        let description = filled(voice.role) ?? filled(voice.affiliation).map { "\(someone(voice)) of \($0)" }
        guard let description else {
            return voice.anonymous
                ? "\(someone(voice)), unnamed" : voice.kind == .unspecified ? "nobody named" : someone(voice)
        }
        let words = description.lowercased()
        let says = ["unnamed", "anonymous", "not named", "not be named"].contains { words.contains($0) }
        return voice.anonymous && !says ? "\(description), unnamed" : description
    }

    /// The way to a statement's voice, nearest to the reader first: "The Gull ← one Harbour Ministry source, unnamed".
    public static func chain(_ relay: [String], _ voice: String, in reading: Reading) -> String {
        (relay + [voice]).map { id in reading.voice(id).map(label) ?? id }.joined(separator: " ← ")
    }

    /// "official of Harbour Ministry, political scientist": what is known beside the name; nil when nothing is.
    static func detail(_ voice: Voice) -> String? {
        var parts: [String] = []
        if voice.name != nil, let role = filled(voice.role) { parts.append(role) }
        if let affiliation = filled(voice.affiliation),
            !(parts + [label(voice)]).contains(where: { $0.contains(affiliation) })
        {
            parts.append(affiliation)
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// "1 person", "2 people", "at least 2 people"; nil for voices that are not human.
    static func people(_ voice: Voice) -> String? {
        guard let people = voice.people else { return nil }
        let range =
            people.most == people.least
            ? "\(people.least)" : people.most.map { "\(people.least) to \($0)" } ?? "at least \(people.least)"
        return "\(range) \(people.most == 1 ? "person" : "people")"
    }

    private static func filled(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }

    private static func someone(_ voice: Voice) -> String {
        switch voice.kind {
        case .person: "a person"
        case .people: "people"
        case .organisation: "an organisation"
        case .government: "a government"
        case .outlet: "an outlet"
        case .document: "a document"
        case .unspecified: "somebody"
        }
    }
}

/// The statements of one voice that came on the same way.
struct ChainGroup {
    var voice: String
    var relay: [String]
    var statements: [Statement]

    /// All statements, grouped by voice and way, in order of the first statement of each voice.
    static func groups(of reading: Reading) -> [ChainGroup] {
        var groups: [ChainGroup] = []
        var order: [String: Int] = [:]
        for statement in reading.statements {
            order[statement.voice] = order[statement.voice] ?? order.count
            if let i = groups.firstIndex(where: { $0.voice == statement.voice && $0.relay == statement.relay }) {
                groups[i].statements.append(statement)
            } else {
                groups.append(ChainGroup(voice: statement.voice, relay: statement.relay, statements: [statement]))
            }
        }
        let ranked = groups.enumerated().sorted {
            (order[$0.element.voice] ?? 0, $0.offset) < (order[$1.element.voice] ?? 0, $1.offset)
        }
        return ranked.map(\.element)
    }
}

/// What a reading comes to, in one line.
public struct ReadingSummary: Equatable, Sendable {
    /// Voices with a name.
    public let named: Int
    /// Voices whose names the article withholds.
    public let unnamed: Int
    /// All other voices: groups that nobody would name, documents without a title, nobody given.
    public let others: Int
    /// Statements that came straight to the outlet.
    public let firstHand: Int
    /// Statements that came through another voice.
    public let relayed: Int

    /// Counts the voices and statements of a reading.
    public init(_ reading: Reading) {
        unnamed = reading.voices.count { $0.anonymous }
        named = reading.voices.count { !$0.anonymous && $0.name != nil }
        others = reading.voices.count - unnamed - named
        relayed = reading.statements.count { !$0.relay.isEmpty }
        firstHand = reading.statements.count - relayed
    }

    /// "9 voices: 5 named, 3 unnamed, 1 other. 18 statements: 9 first-hand, 9 relayed."
    public var sentence: String {
        let voices = named + unnamed + others
        let statements = firstHand + relayed
        if statements == 0 { return "No statements found." }
        return "\(voices) voice\(voices == 1 ? "" : "s"): \(named) named, \(unnamed) unnamed"
            + (others > 0 ? ", \(others) other" : "")
            + ". \(statements) statement\(statements == 1 ? "" : "s"): \(firstHand) first-hand, \(relayed) relayed."
    }
}

extension Statement {
    /// "quoted", "paraphrased" or "partly quoted".
    var quotationLabel: String {
        switch quotation {
        case .direct: "quoted"
        case .indirect: "paraphrased"
        case .mixed: "partly quoted"
        }
    }

    /// "forecast (likely), due 2024-03-25"; nil when it is none.
    var forecastLabel: String? {
        forecast.map { "forecast (\($0.certainty.rawValue))" + ($0.due.map { ", due \(TimeLabel.days($0))" } ?? "") }
    }

    /// The content as one line; parts of a broken content are joined by an ellipsis.
    func contentText(in text: SourceText) -> String { Self.text(of: content, in: text) }

    static func text(of spans: [TextSpan], in text: SourceText) -> String {
        spans.sorted().map { PlainText.singleLine(PlainText.withoutInlineTags(text.string($0))) }.joined(
            separator: " … ")
    }

    /// Times, figures and places as "words = value".
    func resolutions(in text: SourceText) -> [String] {
        let times = times.compactMap { time in
            TimeLabel.label(time).map { resolution(time.span, $0, text) }
        }
        let figures = quantities.map { resolution($0.span, FigureLabel.label($0), text) }
        return times + figures
    }

    private func resolution(_ span: TextSpan, _ value: String, _ text: SourceText) -> String {
        let words = PlainText.singleLine(text.string(span))
        return words == value ? words : "\(words) = \(value)"
    }
}

extension Document.Update {
    /// The note, with its kind before it where its own words do not begin with that.
    var labelled: String {
        let stem = kind.rawValue.prefix(6).lowercased()
        return text.lowercased().hasPrefix(stem) ? text : "\(kind.rawValue): \(text)"
    }
}
