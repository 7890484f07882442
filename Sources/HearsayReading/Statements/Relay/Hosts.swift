internal import HearsayCore

/// People whom the text places with an outlet: "CNN's Odo Hern", "Odo Hern of Radio Skerry", "Radio Skerry host Hern".
struct Hosts: Sendable {
    /// For each such person's entity, the words that name the outlet.
    private(set) var outlets: [Int: Range<Int>] = [:]

    init(prose: Prose, names: NameBook, lexicon: Lexicon) {
        let shows = names.entities.filter { show in
            show.tokens.count > 2 && (show.kind == .outlet || lexicon.has(.outletNoun, show.tokens.last ?? ""))
        }
        for (entity, person) in names.entities.enumerated() where person.kind == .person {
            for mention in person.mentions where outlets[entity] == nil {
                outlets[entity] = Self.beside(mention, prose: prose, names: names, lexicon: lexicon)
            }
            // "The Odo Hern Morning Show"
            guard outlets[entity] == nil, let last = person.tokens.last else { continue }
            let own = shows.first { $0.tokens != person.tokens && $0.tokens.dropLast().contains(last) }
            outlets[entity] = own?.mentions.first
        }
    }

    private static func beside(_ mention: Range<Int>, prose: Prose, names: NameBook, lexicon: Lexicon) -> Range<Int>? {
        let sentence = prose.sentences[prose.sentence(of: mention.lowerBound)]
        func outlet(at index: Int) -> Range<Int>? {
            guard sentence.contains(index), let entity = names.entity(at: index),
                names.entities[entity].kind == .outlet
            else { return nil }
            return names.entities[entity].mentions.first { $0.contains(index) }
        }
        let next = mention.upperBound
        if sentence.contains(next), ["of", "from"].contains(prose.words[next].lower) {
            let place = sentence.contains(next + 1) && prose.words[next + 1].lower == "the" ? next + 2 : next + 1
            if let found = outlet(at: place) { return found }
        }
        var before = mention.lowerBound - 1
        while sentence.contains(before), lexicon.has(.hostNoun, prose.words[before].lower) { before -= 1 }
        guard let found = outlet(at: before) else { return nil }
        let possessive = prose.words[before].isPossessive
        return possessive || before < mention.lowerBound - 1 ? found : nil
    }
}
