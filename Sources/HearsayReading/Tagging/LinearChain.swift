/// A linear-chain conditional random field over a fixed set of labels.
struct LinearChain: Sendable {
    /// `transitions[i * labels + j]`: the score of label `j` after label `i`; row 0 also scores the first label.
    let transitions: [Float]
    let labels: Int

    /// The best label path through `scores` (words × labels). Cost: words × labels².
    func best(_ scores: [Float]) -> [Int] {
        let count = scores.count / labels
        guard count > 0 else { return [] }
        var value = (0..<labels).map { scores[$0] + transitions[$0] }
        var back = [UInt8](repeating: 0, count: scores.count)
        var next = value
        for word in 1..<max(count, 1) {
            for j in 0..<labels {
                var (top, from) = (-Float.infinity, 0)
                for i in 0..<labels {
                    let candidate = value[i] + transitions[i * labels + j]
                    if candidate > top { (top, from) = (candidate, i) }
                }
                next[j] = top + scores[word * labels + j]
                back[word * labels + j] = UInt8(from)
            }
            swap(&value, &next)
        }
        var label = value.indices.max { value[$0] < value[$1] } ?? 0
        var path = [Int](repeating: 0, count: count)
        for word in stride(from: count - 1, through: 0, by: -1) {
            path[word] = label
            label = Int(back[word * labels + label])
        }
        return path
    }

    /// The probability of every label at every word (words × labels), by forward and backward sums.
    ///
    /// Both are shifted to a maximum of zero at each word, so that long texts lose no precision.
    func marginals(_ scores: [Float]) -> [Float] {
        let count = scores.count / labels
        guard count > 0 else { return [] }
        var forward = [Float](repeating: 0, count: scores.count)
        var backward = forward
        for j in 0..<labels { forward[j] = scores[j] + transitions[j] }
        shift(&forward, 0)
        var terms = [Float](repeating: 0, count: labels)
        for word in 1..<max(count, 1) {
            for j in 0..<labels {
                for i in 0..<labels { terms[i] = forward[(word - 1) * labels + i] + transitions[i * labels + j] }
                forward[word * labels + j] = Self.logSum(terms) + scores[word * labels + j]
            }
            shift(&forward, word)
        }
        for word in stride(from: count - 2, through: 0, by: -1) {
            for i in 0..<labels {
                for j in 0..<labels {
                    let after = (word + 1) * labels + j
                    terms[j] = transitions[i * labels + j] + scores[after] + backward[after]
                }
                backward[word * labels + i] = Self.logSum(terms)
            }
            shift(&backward, word)
        }
        return (0..<count).flatMap { word in
            Math.softmax((word * labels..<(word + 1) * labels).map { forward[$0] + backward[$0] })
        }
    }

    private func shift(_ values: inout [Float], _ word: Int) {
        let range = word * labels..<(word + 1) * labels
        let top = values[range].max() ?? 0
        for index in range { values[index] -= top }
    }

    private static func logSum(_ terms: [Float]) -> Float {
        let top = terms.max() ?? 0
        return top + Math.log(terms.reduce(0) { $0 + Math.exp($1 - top) })
    }
}
