internal import HearsayCore

/// A place in the results of a query, from which a later call goes on.
///
/// Its text is opaque, and good for the query that it came from. What is added to the ledger meanwhile may shift the order,
/// since how rare a word is counts for how good a place is.
struct SearchCursor: Equatable {
    /// The score of the last place; less is better.
    var score: Double
    var scope: SearchQuery.Scope
    /// The row of the last place.
    var row: Int
    /// Tells the query.
    var query: UInt64

    var text: String {
        var bytes: [UInt8] = []
        for word in [score.bitPattern, UInt64(scope.rawValue), UInt64(bitPattern: Int64(row)), query] {
            withUnsafeBytes(of: word.bigEndian) { bytes.append(contentsOf: $0) }
        }
        return Digest.hex(bytes)
    }

    init(score: Double, scope: SearchQuery.Scope, row: Int, query: UInt64) {
        (self.score, self.scope, self.row, self.query) = (score, scope, row, query)
    }

    /// The cursor that a text holds; nil when it holds none.
    init?(_ text: String) {
        guard let bytes = Digest.bytes(hex: text), bytes.count == 32 else { return nil }
        let words = stride(from: 0, to: 32, by: 8).map { start in
            bytes[start..<start + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }
        guard words[1] < 8, let scope = SearchQuery.Scope(rawValue: Int(words[1])) else { return nil }
        let score = Double(bitPattern: words[0])
        guard score.isFinite else { return nil }
        self.init(score: score, scope: scope, row: Int(Int64(bitPattern: words[2])), query: words[3])
    }
}

extension SearchQuery {
    /// A number that tells queries apart, the same in every process (FNV-1a over the fields).
    var fingerprint: UInt64 {
        let fields: [String] = [
            words, scopes.map(\.rawValue).sorted().map(String.init).joined(separator: ","), "\(source ?? -1)",
            outlet ?? "", stance?.rawValue ?? "", said.map { "\($0.start) \($0.end)" } ?? "",
            due.map { "\($0.start) \($0.end)" } ?? "", isUnnamed.map { "\($0)" } ?? "",
            isRelayed.map { "\($0)" } ?? "",
        ]
        return fields.joined(separator: "\u{0}").utf8.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
    }
}
