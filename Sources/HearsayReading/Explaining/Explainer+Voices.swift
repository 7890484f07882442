internal import HearsayCore

extension Explainer {
    /// How the words of the source were resolved, of what kind the voice is, and whether its name is withheld.
    func voice(_ statement: Statement) -> [Explanation.Reason] {
        guard let voice = reading.voice(statement.voice) else { return [] }
        let name = voice.name ?? voice.role ?? "nobody"
        var reasons = [
            Explanation.Reason(.voice, "\(name) (\(voice.id))", resolution(statement, voice), words: statement.source)
        ]
        reasons.append(.init(.kind, voice.kind.rawValue, kind(voice)))
        if voice.anonymous {
            let rule = voice.reason.map { "the article says why the name is withheld: \($0)" }
            let words = voice.mentions.prefix(1)
            reasons.append(
                .init(.anonymity, "unnamed", rule ?? "a source is described and nowhere named", words: Array(words)))
        }
        return reasons
    }

    private func resolution(_ statement: Statement, _ voice: Voice) -> String {
        guard let source = statement.source.first else { return "no source stands by the cue" }
        let words = prose.words(touching: source)
        guard !words.isEmpty else { return "" }
        let phrase = SourcePhraseReader(prose: prose, names: names, lexicon: lexicon).read(words)
        let isFirst = voice.mentions.first == source
        switch phrase.form {
        case .nobody: return "the words name nobody"
        case .pronoun(let pronoun): return "the pronoun \"\(pronoun)\" stands for it: by nearness, subject and gender"
        case .name(let entity):
            let known = names.entities[entity]
            if phrase.core.count < known.tokens.count { return "a short form of the name" }
            return phrase.words.count > phrase.core.count
                ? "the name, with words beside it that describe it" : "the name"
        case .names: return "several names together"
        case .named: return "a name and a noun that make a new name"
        case .noun(let noun):
            return isFirst ? "introduced by the description \"\(noun)\"" : "\"\(noun)\" points back to it"
        case .member: return "a member of a group that was mentioned"
        }
    }

    private func kind(_ voice: Voice) -> String {
        guard voice.name != nil else {
            return voice.role.map { "by its description: \($0)" } ?? "by its pronoun, or since nobody is given"
        }
        let entity = names.entities.first { $0.name == voice.name }
        if let words = entity?.descriptions, !words.isEmpty {
            return "by the name and the words beside it: \(words.sorted().joined(separator: ", "))"
        }
        return "by the form of the name"
    }

    /// Through whom the content came, each with what tells so.
    func relay(_ statement: Statement) -> [Explanation.Reason] {
        statement.relay.compactMap { id in
            guard let voice = reading.voice(id) else { return nil }
            let label = "\(voice.name ?? voice.role ?? "nobody") (\(id))"
            if let outer = holder(of: statement), outer.voice == id {
                return .init(.relay, label, "the statement stands inside \(outer.id)", words: outer.cue)
            }
            if let home = sentence(statement), let words = voice.mentions.first(where: { home.contains($0) }) {
                return .init(.relay, label, "named beside the statement as what passed it on", words: [words])
            }
            return .init(
                .relay, label, "passed on from an earlier statement of the voice, or of the article's opening",
                words: Array(voice.mentions.prefix(1)))
        }
    }

    /// The innermost statement in whose content a statement stands.
    private func holder(of statement: Statement) -> Statement? {
        guard let cue = statement.cue.first else { return nil }
        return reading.statements.filter { other in
            other.id != statement.id && other.content.contains { $0.contains(cue) }
        }.min { $0.content.reduce(0) { $0 + $1.count } < $1.content.reduce(0) { $0 + $1.count } }
    }

    private func sentence(_ statement: Statement) -> TextSpan? {
        let words = (statement.cue.first ?? statement.content.first).map { prose.words(touching: $0) }
        return words?.first.map { prose.span(prose.sentences[prose.sentence(of: $0)]) }
    }
}
