internal import HearsayCapture
internal import HearsayCore

/// Articles that come as JSON: `{"id", "text", "published"?, "url"?, "outlet"?, "headline"?, "byline"?}`; another field
/// may stand for "text".
enum ArticleJSON {
    /// The article of one JSON value; `defaults` fill in what it leaves out.
    static func item(
        _ bytes: [UInt8], origin: String, defaults: ArticleFacts, textField: String = "text"
    ) throws(InputProblem) -> InputItem {
        let value: JSONValue
        do { value = try JSONReader.value(of: bytes) } catch {
            throw InputProblem(origin: origin, reason: error.description)
        }
        if case .object(let fields) = value, fields["document"] != nil, fields[textField] == nil {
            return try reading(bytes, id: id(of: fields, origin), origin: origin)
        }
        if case .object(let fields) = value, fields[textField] == nil, NinjsReader.isNinjs(value) {
            return InputItem(origin: origin, content: .bytes(bytes, .ninjs), facts: defaults)
        }
        return try item(value, origin: origin, defaults: defaults, textField: textField)
    }

    static func item(
        _ value: JSONValue, origin: String, defaults: ArticleFacts, textField: String = "text"
    ) throws(InputProblem) -> InputItem {
        guard case .object(let fields) = value else {
            throw InputProblem(origin: origin, reason: "an object with \"\(textField)\" is expected, not \(value.kind)")
        }
        guard let text = try string(textField, of: fields, origin) else {
            throw InputProblem(origin: origin, reason: "the field \"\(textField)\" is missing")
        }
        var facts = defaults
        facts.published = try string("published", of: fields, origin) ?? defaults.published
        facts.url = try string("url", of: fields, origin) ?? defaults.url
        facts.outlet = try string("outlet", of: fields, origin) ?? defaults.outlet
        facts.headline = try string("headline", of: fields, origin) ?? defaults.headline
        facts.byline = try string("byline", of: fields, origin) ?? defaults.byline
        facts.charset = nil
        return InputItem(origin: origin, id: try id(of: fields, origin), content: .text(text), facts: facts)
    }

    /// A reading that was made before.
    private static func reading(_ bytes: [UInt8], id: String?, origin: String) throws(InputProblem) -> InputItem {
        do {
            return InputItem(origin: origin, id: id, content: .reading(try ReadingJSON.reading(from: bytes)))
        } catch {
            throw InputProblem(origin: origin, reason: "not a reading: \(error)")
        }
    }

    static func id(of fields: [String: JSONValue], _ origin: String) throws(InputProblem) -> String? {
        if case .number(let number) = fields["id"], number.rounded() == number, abs(number) < 1e15 {
            return String(Int(number))
        }
        return try string("id", of: fields, origin)
    }

    private static func string(_ name: String, of fields: [String: JSONValue], _ origin: String) throws(InputProblem)
        -> String?
    {
        switch fields[name] {
        case .string(let text): return text
        case .null, nil: return nil
        case let other?:
            throw InputProblem(origin: origin, reason: "the field \"\(name)\" must be a string, not \(other.kind)")
        }
    }
}
