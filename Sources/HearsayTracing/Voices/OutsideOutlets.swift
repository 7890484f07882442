internal import HearsayCore

/// Outlets that articles of the set name and that have no article in it: "as the Courier reported", and no Courier at hand.
///
/// Whoever tells through such an outlet tells what that outlet was told; all who do so share one root.
struct OutsideOutlets {
    private let names: [[String]]
    private let labels: [String]
    private let first: Int

    /// Those that any reading of the set knows as an outlet; numbered after the outlets of the set.
    init(_ articles: [SetArticle], beside names: OutletNames) {
        var labels: [[String]: String] = [:]
        for voice in articles.lazy.flatMap(\.reading.voices) where voice.kind == .outlet {
            guard let name = voice.name, names.outlet(in: name) == nil else { continue }
            let words = OutletNames.words(of: name)
            if !words.isEmpty, labels[words].map({ name < $0 }) ?? true { labels[words] = name }
        }
        self.names = labels.keys.sorted { $0.lexicographicallyPrecedes($1) }
        self.labels = self.names.map { labels[$0] ?? "" }
        first = names.names.count
    }

    /// The number of an outlet outside the set; nil for any other name.
    func number(of name: String) -> Int? {
        names.firstIndex(of: OutletNames.words(of: name)).map { first + $0 }
    }

    /// The name of an outlet outside the set.
    func name(of number: Int) -> String? { labels.indices.contains(number - first) ? labels[number - first] : nil }
}
