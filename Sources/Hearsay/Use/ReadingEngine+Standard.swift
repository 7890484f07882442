internal import HearsayCapture
internal import HearsayCore
internal import HearsayLanguage
internal import HearsayReading

extension ReadingEngine {
    /// Capture alone, for commands that need no encoder.
    public static func capturing(limits: InputLimits = InputLimits()) -> ReadingEngine {
        ReadingEngine(limits: limits, capture: captured) { Reading(document: $0, voices: [], statements: []) }
    }

    /// Capture and reading, with a verified encoder and the reader's own verified data.
    /// - Throws: an error of one line that names the file, when one of them is damaged.
    public static func standard(
        model: EncoderFiles, data: ReadingData, limits: InputLimits = InputLimits()
    ) throws -> ReadingEngine {
        let tokenizer = try WordPieceTokenizer(vocabulary: MappedFile.contents(path: model.vocabulary))
        let counter = TokenCounter()
        let weights = try Safetensors(path: model.weights)
        let reader = try ArticleReader(
            tokenizer: tokenizer, encoder: weights, resources: ReadingResources(folder: data.folder), counter: counter)
        let sentences = try SentenceEncoder(
            tokenizer: tokenizer, encoder: Encoder(weights: EncoderWeights(base: weights), precision: .single))
        return ReadingEngine(
            limits: limits, capture: captured, read: reader.read, explain: reader.explain,
            vectors: sentences.vectors,
            tokens: { counter.total })
    }

    /// The document of an input, with what the user said about it.
    @Sendable private static func captured(_ item: InputItem) throws -> Document {
        var options = CaptureOptions()
        (options.url, options.outlet, options.published) = (item.facts.url, item.facts.outlet, item.facts.published)
        (options.headline, options.byline) = (item.facts.headline, item.facts.byline)
        options.charset = item.facts.charset
        do {
            switch item.content {
            case .reading(let reading): return reading.document
            case .text(let text): return try DocumentReader().document(text: text, id: item.name, options: options)
            case .bytes(let bytes, let format):
                options.format = format.capture
                return try DocumentReader().document(from: bytes, id: item.name, options: options)
            }
        } catch {
            throw InputProblem(origin: item.origin, reason: String(describing: error))
        }
    }
}
