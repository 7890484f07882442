internal import HearsayCapture
internal import HearsayCore

/// The articles of a JSON file: an article, a list of articles, a reading, a JSON Feed, or an item of ninjs.
enum JSONInput {
    static func source(_ bytes: [UInt8], name: String, opening: InputOpening) -> any InputSource {
        if FeedReader.isFeed(bytes) { return FeedInput.source(bytes, name: name, facts: opening.facts) }
        do throws(JSONError) {
            let value = try JSONReader.value(of: bytes)
            guard case .array(let values) = value else {
                return ReadyInput([item(value, bytes, name: name, opening)])
            }
            if values.isEmpty {
                return ReadyInput([.failure(InputProblem(origin: name, reason: "the list holds no article"))])
            }
            return ReadyInput(
                values.enumerated().map { index, value in
                    item(value, nil, name: "\(name), article \(index + 1)", opening)
                })
        } catch {
            return ReadyInput([.failure(InputProblem(origin: name, reason: error.description))])
        }
    }

    /// One value; `bytes` are the file's where it holds nothing else.
    private static func item(
        _ value: JSONValue, _ bytes: [UInt8]?, name: String, _ opening: InputOpening
    ) -> Result<InputItem, InputProblem> {
        Result { () throws(InputProblem) in
            if let bytes {
                return try ArticleJSON.item(
                    bytes, origin: name, defaults: opening.facts, textField: opening.textField)
            }
            return try ArticleJSON.item(
                value, origin: name, defaults: opening.facts, textField: opening.textField)
        }
    }
}
