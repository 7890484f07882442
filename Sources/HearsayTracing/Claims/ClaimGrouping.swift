/// Groups units into claims: average linkage within each affair.
///
/// A merge needs a mean, and so at least one pair, at the threshold; groups between which no pair reaches it never merge.
/// So the units fall into parts that can be linked one by one, and memory goes with the largest part, not with the set.
/// Units of the same words in related articles are one from the beginning, and weigh as many as they are.
struct ClaimGrouping {
    /// The mean similarity up to which groups are one claim.
    private static let joined: Float = 0.27
    /// How near a unit must be to one other of its group at least. Below that it was swept in by what they are all about.
    private static let held: Float = 0.35
    /// What units of unrelated articles count as, so that a third sentence cannot bring them together.
    private static let unrelated: Float = -0.5

    let corpus: Corpus
    let similarity: Similarity

    /// Units of the same words, with their articles.
    private struct Element {
        var units: [Int]
        var articles: [Int]
        var first: Int { units[0] }
    }

    /// The groups, each sorted, by their first units; every unit is in exactly one.
    func groups() -> [[Int]] {
        let elements = elements()
        return parts(elements).flatMap { part in
            AverageLinkage.groups(part.map { elements[$0].units.count }, threshold: Self.joined) {
                mean(elements[part[$0]], elements[part[$1]])
            }.flatMap { group in held(group.map { elements[part[$0]] }) }
        }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }

    /// The units, those of the same words as one where all their articles are related.
    private func elements() -> [Element] {
        var (elements, places) = ([Element](), [Int: [Int]]())
        for unit in corpus.units.indices {
            let (article, twin) = (corpus.units[unit].article, corpus.units[unit].twin)
            let place = places[twin]?.first { place in
                elements[place].articles.allSatisfy { corpus.related($0, article) }
            }
            if let place {
                elements[place].units.append(unit)
                elements[place].articles.append(article)
            } else {
                places[twin, default: []].append(elements.count)
                elements.append(Element(units: [unit], articles: [article]))
            }
        }
        return elements
    }

    /// The mean similarity of the units of two elements, of which only those of related articles are compared.
    private func mean(_ a: Element, _ b: Element) -> Float {
        let value = similarity.ofWords(a.first, b.first)
        var sum = Float(0)
        for x in a.articles {
            for y in b.articles {
                sum += corpus.related(x, y) ? value - (x == y ? similarity.sameArticle : 0) : Self.unrelated
            }
        }
        return sum / Float(a.articles.count * b.articles.count)
    }

    /// The similarity of the two units that are nearest, one of each element; nil when no articles are related.
    private func most(_ a: Element, _ b: Element) -> Float? {
        var isRelated = false
        for x in a.articles {
            for y in b.articles where corpus.related(x, y) {
                if x != y { return similarity.ofWords(a.first, b.first) }
                isRelated = true
            }
        }
        return isRelated ? similarity.ofWords(a.first, b.first) - similarity.sameArticle : nil
    }

    /// A group without its loose units, and each of those alone.
    private func held(_ group: [Element]) -> [[Int]] {
        let isHeld = group.indices.map { place in
            let own = group[place]
            return own.units.count > 1
                || group.indices.contains { $0 != place && (most(own, group[$0]) ?? Self.unrelated) >= Self.held }
        }
        let kept = zip(group, isHeld).filter(\.1).flatMap(\.0.units).sorted()
        let loose = zip(group, isHeld).filter { !$0.1 }.flatMap { $0.0.units.map { [$0] } }
        return kept.isEmpty ? loose : [kept] + loose
    }

    /// Elements that pairs at the threshold connect, directly or through others.
    private func parts(_ elements: [Element]) -> [[Int]] {
        var parts = DisjointSets(count: elements.count)
        for a in elements.indices {
            for b in 0..<a where parts.areApart(a, b) {
                if let most = most(elements[a], elements[b]), most >= Self.joined { parts.join(a, b) }
            }
        }
        return parts.sets()
    }
}
