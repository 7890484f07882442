/// The tensors of a BERT-style encoder. Those of its linear layers stay in the file until an ``Encoder`` packs them.
public struct EncoderWeights: Sendable {
    /// A linear layer: `weight` is out × in, as PyTorch keeps it.
    struct Linear: Sendable {
        var weight: Tensor
        var bias: Floats
    }

    struct Norm: Sendable {
        var gain: Floats
        var bias: Floats
    }

    struct Layer: Sendable {
        var query, key, value, output: Linear
        var attentionNorm: Norm
        var up, down: Linear
        var outputNorm: Norm
    }

    /// Numbers of one attention head; a row holds a whole number of heads.
    static let headWidth = 32

    let hidden: Int
    let inner: Int
    let positionCount: Int
    let wordCount: Int
    let words: Floats
    let positions: Floats
    let types: Floats
    let embeddingNorm: Norm
    let layers: [Layer]

    /// The embedding tables of `base`, and the layers of `tuned` where it is given, else of `base`.
    /// - Throws: ``ModelError`` when a tensor is missing or of another shape.
    public init(base: Safetensors, tuned: Safetensors? = nil) throws(ModelError) {
        let source = tuned ?? base
        guard let table = base.entries["embeddings.word_embeddings.weight"], table.shape.count == 2,
            let places = base.entries["embeddings.position_embeddings.weight"], places.shape.count == 2
        else { throw ModelError(.tensor, "the file holds no BERT embeddings") }
        (wordCount, hidden, positionCount) = (table.shape[0], table.shape[1], places.shape[0])
        guard hidden > 0, hidden % Self.headWidth == 0 else {
            throw ModelError(.tensor, "rows of \(hidden) numbers are not heads of \(Self.headWidth)")
        }
        words = try base.floats("embeddings.word_embeddings.weight", shape: [wordCount, hidden])
        positions = try base.floats("embeddings.position_embeddings.weight", shape: [positionCount, hidden])
        types = try base.floats("embeddings.token_type_embeddings.weight", shape: [2, hidden])
        embeddingNorm = try Self.norm(source, "embeddings.LayerNorm", hidden)
        let up = source.entries["encoder.layer.0.intermediate.dense.weight"]
        inner = up?.shape.first ?? hidden * 4
        guard inner > 0 else { throw ModelError(.tensor, "a layer without rows") }
        var layers: [Layer] = []
        while source.entries["encoder.layer.\(layers.count).output.dense.weight"] != nil {
            layers.append(try Self.layer(source, "encoder.layer.\(layers.count)", hidden, inner))
        }
        guard !layers.isEmpty else { throw ModelError(.tensor, "the file holds no encoder layers") }
        self.layers = layers
    }

    private static func layer(_ file: Safetensors, _ name: String, _ hidden: Int, _ inner: Int) throws(ModelError)
        -> Layer
    {
        Layer(
            query: try linear(file, "\(name).attention.self.query", hidden, hidden),
            key: try linear(file, "\(name).attention.self.key", hidden, hidden),
            value: try linear(file, "\(name).attention.self.value", hidden, hidden),
            output: try linear(file, "\(name).attention.output.dense", hidden, hidden),
            attentionNorm: try norm(file, "\(name).attention.output.LayerNorm", hidden),
            up: try linear(file, "\(name).intermediate.dense", inner, hidden),
            down: try linear(file, "\(name).output.dense", hidden, inner),
            outputNorm: try norm(file, "\(name).output.LayerNorm", hidden))
    }

    private static func linear(_ file: Safetensors, _ name: String, _ out: Int, _ width: Int) throws(ModelError)
        -> Linear
    {
        Linear(
            weight: try file.tensor("\(name).weight", shape: [out, width]),
            bias: try file.floats("\(name).bias", shape: [out]))
    }

    private static func norm(_ file: Safetensors, _ name: String, _ hidden: Int) throws(ModelError) -> Norm {
        Norm(
            gain: try file.floats("\(name).weight", shape: [hidden]),
            bias: try file.floats("\(name).bias", shape: [hidden]))
    }
}
