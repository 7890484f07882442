internal import HearsayLanguage

/// Scores "this fragment belongs to that cue" from the ends of both spans, their distance and the cues between them.
struct Linker: Sendable {
    private static let distances = 18
    private static let betweens = 4

    private let fragment: Projection
    private let cue: Projection
    private let none: Projection
    private let distance: [Float]
    private let between: [Float]
    private let width: Int

    /// Reads the tensors `name.…` of the tagger's weights.
    init(_ file: Safetensors, _ name: String, hidden: Int) throws(ModelError) {
        width = file.entries["\(name).fragment.bias"]?.shape.first ?? 0
        fragment = try Projection(file, "\(name).fragment", out: width, width: 2 * hidden)
        cue = try Projection(file, "\(name).cue", out: width, width: 2 * hidden)
        none = try Projection(file, "\(name).none", out: 1, width: 2 * hidden)
        distance = try file.floats("\(name).distance.weight", shape: [Self.distances, 1]).array
        between = try file.floats("\(name).between.weight", shape: [Self.betweens, 1]).array
    }

    /// For every left span, the probability of each right span as its partner, and last that of none.
    ///
    /// `left` and `right` are sorted; rows are the concatenated first and last word rows of each span.
    func partners(left: [Range<Int>], right: [Range<Int>], rows: (Range<Int>) -> [Float]) -> [[Float]] {
        let ends = left.flatMap(rows)
        let (queries, keys) = (fragment.apply(ends), cue.apply(right.flatMap(rows)))
        let without = none.apply(ends)
        let scale = 1 / Float(width).squareRoot()
        return left.indices.map { index in
            let (span, query) = (left[index], queries[index * width..<(index + 1) * width])
            var scores: [Float] = right.indices.map { j in
                let bucket = Self.bucket(span, right[j])
                // Windows of training were shorter than the farthest bucket.
                guard bucket % (Self.distances / 2) < Self.distances / 2 - 1 else { return -Float.infinity }
                var score: Float = 0
                for (a, b) in zip(query, keys[j * width..<(j + 1) * width]) { score += a * b }
                return score * scale + distance[bucket] + between[Self.between(span, right, j)]
            }
            scores.append(without[index])
            return Math.softmax(scores)
        }
    }

    /// A logarithmic bucket of the gap in words: 0 to 8 when `b` follows `a`, 9 to 17 when it precedes.
    private static func bucket(_ a: Range<Int>, _ b: Range<Int>) -> Int {
        let follows = b.lowerBound >= a.upperBound
        let gap = follows ? b.lowerBound - a.upperBound : max(0, a.lowerBound - b.upperBound)
        let bucket = min(8, Int.bitWidth - gap.leadingZeroBitCount)
        return follows ? bucket : 9 + bucket
    }

    private static func between(_ span: Range<Int>, _ right: [Range<Int>], _ j: Int) -> Int {
        let low = min(span.lowerBound, right[j].lowerBound)
        let high = max(span.lowerBound, right[j].lowerBound)
        let first = right.partitioningIndex { $0.lowerBound >= low }
        var count = 0
        for index in first..<right.count where right[index].lowerBound < high && count < betweens {
            if index != j { count += 1 }
        }
        return min(betweens - 1, count)
    }
}
