internal import HearsayCore

/// Role and affiliation of a voice, from the words that introduce it.
struct Details {
    let prose: Prose
    let names: NameBook
    let lexicon: Lexicon

    /// The description of a named voice: lower-case words before the name, or an apposition behind it.
    func role(of entity: Int, _ words: Range<Int>) -> String? {
        guard let name = words.first(where: { names.entity(at: $0) == entity }) else { return nil }
        // "The chairwoman, Odile Banst"
        let head = name > words.lowerBound && prose.words[name - 1].lower == "," ? name - 1 : name
        var start = head
        while start > words.lowerBound, prose.words[start - 1].kind == .word, names.entity(at: start - 1) == nil {
            start -= 1
        }
        while start < head, ["the", "a", "an", "and"].contains(prose.words[start].lower) { start += 1 }
        if start < head {
            // "Kremlin spokesman Dmitry …": the institution belongs to the role.
            if start > words.lowerBound, names.entity(at: start - 1) != nil, start - 1 >= words.lowerBound {
                var first = start - 1
                while first > words.lowerBound, names.entity(at: first - 1) != nil { first -= 1 }
                start = first
            }
            return prose.string(start..<head)
        }
        guard let comma = words.first(where: { $0 > name && prose.words[$0].lower == "," }),
            comma + 1 < words.upperBound
        else { return nil }
        var end = comma + 1
        while end < words.upperBound, ![",", "who", "which"].contains(prose.words[end].lower) { end += 1 }
        var first = comma + 1
        while first < end, ["the", "a", "an"].contains(prose.words[first].lower) { first += 1 }
        guard first < end, names.entity(at: first) != entity else { return nil }
        return prose.string(first..<end)
    }

    /// The institution that a voice speaks for: a name or institution's noun right before the head, or behind
    /// "of", "at", "in", "from", "for", "close to".
    func affiliation(_ words: Range<Int>, head: Int, named: Int?) -> String? {
        let nameStart = named.flatMap { entity in words.first { names.entity(at: $0) == entity } } ?? head
        let before = institution(before: nameStart, in: words, named: named)
        // "a board member of the Tide Bank" speaks for the bank, whose board it is.
        let isPart = before.map { ["board", "crew", "staff", "panel", "office", "team"].contains($0) } ?? true
        if !isPart { return before }
        return institution(behind: named == nil ? head : nameStart, in: words, named: named) ?? before
    }

    private func institution(before head: Int, in words: Range<Int>, named: Int?) -> String? {
        for index in words.lowerBound..<max(words.lowerBound, head) {
            if let entity = names.entity(at: index), entity != named, isInstitution(entity) {
                var end = index + 1
                while end < head, names.entity(at: end) == entity { end += 1 }
                return withoutPossessive(prose.string(index..<end))
            }
        }
        guard head > words.lowerBound else { return nil }
        // "the hospital's director": the owner; else the noun right before the head ("an army spokesman").
        let owner = (words.lowerBound..<head).last {
            prose.words[$0].isPossessive && isInstitution(prose.words[$0].stem)
        }
        let noun = owner ?? (named == nil && isInstitution(prose.words[head - 1].stem) ? head - 1 : nil)
        return noun.map { withoutPossessive(prose.string(withModifier($0, words)..<$0 + 1)) }
    }

    private func institution(behind head: Int, in words: Range<Int>, named: Int?) -> String? {
        let links: Set<String> = ["of", "at", "in", "from", "for", "to", "inside", "within", "with"]
        var index = head + 1
        while index < words.upperBound {
            let lower = prose.words[index].lower
            if lower == "who" || lower == "which" || lower == "that" { return nil }
            if links.contains(lower), index + 1 < words.upperBound, let found = phrase(index + 1, words, named) {
                return found
            }
            index += 1
        }
        return nil
    }

    /// The noun phrase that begins at a word, when it names an institution.
    private func phrase(_ start: Int, _ words: Range<Int>, _ named: Int?) -> String? {
        var first = start
        while first < words.upperBound,
            ["the", "a", "an", "his", "her", "their", "its"].contains(prose.words[first].lower)
        {
            first += 1
        }
        var end = first
        let stops: Set<String> = ["who", "which", "that", "whose", "with", "on", "because", "(", ";", "familiar", "to"]
        while end < words.upperBound, !stops.contains(prose.words[end].lower) {
            if prose.words[end].lower == ",", !listGoesOn(end, words) { break }
            end += 1
        }
        guard first < end else { return nil }
        let fits = (first..<end).contains { index in
            if let entity = names.entity(at: index) { return entity != named && isInstitution(entity) }
            return isInstitution(prose.words[index].stem)
        }
        return fits ? prose.string(first..<end) : nil
    }

    /// Whether a comma stands in a list that an "and" closes ("the Kremlin, Defense Ministry and …").
    private func listGoesOn(_ comma: Int, _ words: Range<Int>) -> Bool {
        let rest = prose.lower(comma + 1..<words.upperBound)
        guard let and = rest.firstIndex(of: "and") else { return false }
        return rest.firstIndex(where: { ["who", "which", "that"].contains($0) }).map { and < $0 } ?? true
            && prose.words[comma + 1].isCapitalised
    }

    /// From the word before a noun when that is lower-case and no article ("the mining company's").
    private func withModifier(_ noun: Int, _ words: Range<Int>) -> Int {
        guard noun > words.lowerBound else { return noun }
        let before = prose.words[noun - 1]
        let isPlain = before.kind == .word && !before.isCapitalised && !lexicon.has(.notAName, before.lower)
        return isPlain ? noun - 1 : noun
    }

    private func isInstitution(_ noun: String) -> Bool {
        lexicon.has(.organisationNoun, noun) || lexicon.has(.governmentNoun, noun) || lexicon.has(.outletNoun, noun)
            || noun == "laboratory"
    }

    private func isInstitution(_ entity: Int) -> Bool {
        [.organisation, .government, .outlet].contains(names.entities[entity].kind)
    }

    private func withoutPossessive(_ name: String) -> String {
        for ending in ["'s", "\u{2019}s"] where name.hasSuffix(ending) { return String(name.dropLast(ending.count)) }
        return name
    }
}
