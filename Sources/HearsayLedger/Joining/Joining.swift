internal import HearsayCore

/// What a person decided about which sources are one. It can be taken back, and is never forgotten.
public struct Joining: Hashable, Sendable {
    /// A voice of one reading that was split off.
    ///
    /// Revision and id tell where it stood then; a later reading may give its id to another voice. `into` is a source that
    /// only voices of `base` were given, so that this pair alone tells where its voices go when the split is taken back.
    public struct Place: Hashable, Sendable {
        /// The revision.
        public var revision: RevisionKey
        /// The voice's id within the reading of that time.
        public var voice: String
        /// The source that it had before.
        public var base: Int
        /// The source that it was given.
        public var into: Int

        /// A place.
        public init(revision: RevisionKey, voice: String, base: Int, into: Int) {
            (self.revision, self.voice, self.base, self.into) = (revision, voice, base, into)
        }
    }

    /// The decision.
    public enum Action: Hashable, Sendable {
        /// Sources are one with another, and so is what joins them later.
        case merge(sources: [Int], into: Int)
        /// Some voices are a source of their own. Where they had several sources, merged into one, they get as many, merged
        /// into the first.
        case split(voices: [Place], into: Int)
        /// Two sources that may be one are not.
        case apart(Int, Int)
        /// An earlier decision is taken back.
        case undo(Int)

        /// Its word.
        public var word: String {
            switch self {
            case .merge: "merge"
            case .split: "split"
            case .apart: "apart"
            case .undo: "undo"
            }
        }
    }

    /// Its number, by which it is taken back.
    public var id: Int
    /// What was decided.
    public var action: Action
    /// Who decided; nil when nobody said.
    public var judge: String?
    /// When, RFC 3339.
    public var time: String
    /// The decision that took this one back; nil while it stands.
    public var undone: Int?
    /// The number of its entry in the log.
    public var entry: Int
}

extension Joining.Action {
    /// The decision as JSON with sorted keys: what the log's entry covers. It holds numbers and no names, so it may stay
    /// when a source is erased.
    func record(judge: String?, time: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("action", word)
            if case .undo(let decision) = self { writer.field("decision", decision) }
            switch self {
            case .merge(_, let target), .split(_, let target): writer.field("into", target)
            case .apart, .undo: break
            }
            writer.field("judge", judge)
            switch self {
            case .merge(let sources, _): writer.field("sources") { $0.array(sources) { $0.number($1) } }
            case .apart(let first, let second):
                writer.field("sources") { $0.array([first, second]) { $0.number($1) } }
            case .split, .undo: break
            }
            writer.field("time", time)
            if case .split(let places, _) = self { writer.field("voices") { Self.write(places, to: &$0) } }
        }
        return writer.bytes
    }

    private static func write(_ places: [Joining.Place], to writer: inout JSONWriter) {
        writer.array(places) { writer, place in
            writer.object {
                $0.field("article", place.revision.article)
                $0.field("base", place.base)
                $0.field("into", place.into)
                $0.field("number", place.revision.number)
                $0.field("voice", place.voice)
            }
        }
    }

    /// The decision of a record, and who made it; nil when it is no such record.
    static func read(_ record: [UInt8]) -> (action: Joining.Action, judge: String?, time: String)? {
        guard case .object(let fields)? = try? JSONReader.value(of: record), case .string(let word)? = fields["action"],
            case .string(let time)? = fields["time"], let action = action(word, fields)
        else { return nil }
        if case .string(let judge)? = fields["judge"] { return (action, judge, time) }
        return (action, nil, time)
    }

    private static func action(_ word: String, _ fields: [String: JSONValue]) -> Joining.Action? {
        var sources: [Int] = []
        if case .array(let values)? = fields["sources"] { sources = values.compactMap(\.whole) }
        switch word {
        case "merge": return fields["into"]?.whole.map { .merge(sources: sources, into: $0) }
        case "apart": return sources.count == 2 ? .apart(sources[0], sources[1]) : nil
        case "undo": return fields["decision"]?.whole.map { .undo($0) }
        case "split":
            guard let target = fields["into"]?.whole, case .array(let values)? = fields["voices"] else { return nil }
            let places = values.compactMap { Joining.Place($0, into: target) }
            return places.count == values.count ? .split(voices: places, into: target) : nil
        default: return nil
        }
    }
}

extension Joining.Place {
    /// - Parameter target: what voices were given where the record is of before each had a source of its own to go to.
    fileprivate init?(_ value: JSONValue, into target: Int) {
        guard case .object(let fields) = value, let article = fields["article"]?.whole,
            let number = fields["number"]?.whole, let base = fields["base"]?.whole,
            case .string(let voice)? = fields["voice"]
        else { return nil }
        let key = RevisionKey(article: article, number: number)
        self.init(revision: key, voice: voice, base: base, into: fields["into"]?.whole ?? target)
    }
}
