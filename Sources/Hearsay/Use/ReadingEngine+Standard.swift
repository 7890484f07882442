internal import HearsayCore

extension ReadingEngine {
    /// Capture alone, for commands that need no encoder.
    public static func capturing(limits: InputLimits = InputLimits()) -> ReadingEngine {
        ReadingEngine(limits: limits, capture: plainDocument) { Reading(document: $0, voices: [], statements: []) }
    }

    /// Capture and reading, with a verified encoder.
    public static func standard(model: EncoderFiles, limits: InputLimits = InputLimits()) throws -> ReadingEngine {
        capturing(limits: limits)
    }

    /// The document of plain UTF-8: the text as it is, with what the user said about it.
    @Sendable private static func plainDocument(_ item: InputItem) throws -> Document {
        let text: SourceText
        switch item.content {
        case .text(let string): text = SourceText(string)
        case .bytes(let bytes, _):
            guard !bytes.contains(0), let string = String(validating: bytes, as: UTF8.self) else {
                throw InputProblem(origin: item.origin, reason: "it is not text in UTF-8")
            }
            text = SourceText(string)
        }
        var document = Document(id: item.name, text: text)
        document.url = item.facts.url
        document.outlet.name = item.facts.outlet
        document.published = item.facts.published
        document.headline = item.facts.headline
        return document
    }
}
