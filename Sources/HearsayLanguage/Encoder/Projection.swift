internal import CHearsayKernels

/// A linear layer of a head that reads the encoder's rows, in single precision.
public struct Projection: Sendable {
    private let layer: LinearLayer

    /// Numbers in an output row.
    public var outputs: Int { layer.outputs }

    /// Reads the tensors `name.weight` and `name.bias`.
    /// - Throws: ``ModelError`` when one is missing or of another shape.
    public init(_ file: Safetensors, _ name: String, out: Int, width: Int) throws(ModelError) {
        layer = LinearLayer(
            weight: try file.tensor("\(name).weight", shape: [out, width]),
            bias: try file.floats("\(name).bias", shape: [out]), precision: .single)
    }

    /// weight · row + bias, for each of the rows that lie one after another in `rows`.
    public func apply(_ rows: [Float]) -> [Float] {
        precondition(rows.count % layer.inputs == 0, "rows of another width")
        let count = rows.count / layer.inputs
        return [Float](unsafeUninitializedCapacity: count * outputs) { out, filled in
            filled = count * outputs
            rows.withUnsafeBufferPointer { rows in
                guard let out = out.baseAddress, let rows = rows.baseAddress, count > 0 else { return }
                let input = hearsay_rows(floats: rows, bytes: nil, scale: nil, low: nil)
                layer.apply(to: input, count: count, level: hearsay_best_level(), out: out, stride: outputs)
            }
        }
    }
}
