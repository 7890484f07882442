internal import HearsayCore

/// Tells why the statements of a reading are what they are, by asking the readers again for the words that decided.
///
/// Nothing is kept while an article is read, so that reading costs the same whether somebody asks or not.
struct Explainer {
    let reading: Reading
    let prose: Prose
    let lexicon: Lexicon
    let drafts: [Draft]
    let names: NameBook

    init(reading: Reading, prose: Prose, lexicon: Lexicon, drafts: [Draft]) {
        (self.reading, self.prose, self.lexicon, self.drafts) = (reading, prose, lexicon, drafts)
        names = NameBook(prose, lexicon)
    }

    /// The explanation of the statement with an id; nil when there is none.
    func explanation(of id: String) -> Explanation? {
        guard let statement = reading.statements.first(where: { $0.id == id }) else { return nil }
        var reasons = spans(statement)
        if let draft = draft(statement) { reasons.append(making(draft)) }
        reasons.append(quotation(statement))
        reasons += voice(statement) + relay(statement)
        reasons += [stance(statement), forecast(statement)].compactMap(\.self)
        reasons += contents(statement)
        reasons.append(confidence(statement))
        return Explanation(statement: statement, reasons: reasons)
    }

    // MARK: spans

    private func spans(_ statement: Statement) -> [Explanation.Reason] {
        let roles: [(Explanation.Judgement, [TextSpan])] = [
            (.source, statement.source), (.cue, statement.cue), (.content, statement.content),
        ]
        return roles.map { judgement, spans in
            .init(judgement, spans.isEmpty ? "none" : "", words: spans)
        }
    }

    /// The draft that a statement was made of.
    private func draft(_ statement: Statement) -> Draft? {
        let same = drafts.filter { $0.cue == statement.cue.first && $0.source == statement.source.first }
        return same.first { $0.content.sorted().first == statement.content.first } ?? same.first
    }

    private func making(_ draft: Draft) -> Explanation.Reason {
        var inputs = Role.allCases.compactMap { role in
            draft.labelling[role].map { Explanation.Input("labels of the \(role)", $0) }
        }
        inputs.append(.init("weakest link", draft.linking))
        let home = draft.outer == nil ? "in the article" : "inside another statement's content"
        let value = draft.rules.isEmpty ? "the model" : "the model, put right by rules"
        let rules = ["the model marked and linked the spans \(home)"] + draft.rules
        return .init(.making, value, rules.joined(separator: "; "), inputs: inputs)
    }

    private func quotation(_ statement: Statement) -> Explanation.Reason {
        let rule =
            switch statement.quotation {
            case .direct: "every word of the content stands between quotation marks"
            case .mixed: "some words of the content stand between quotation marks"
            case .indirect: "no word of the content stands between quotation marks"
            }
        return .init(.quotation, statement.quotation.rawValue, rule)
    }

    // MARK: confidence

    private func confidence(_ statement: Statement) -> Explanation.Reason {
        let value = "\(statement.confidence)"
        guard let draft = draft(statement) else { return .init(.confidence, value) }
        return .init(
            .confidence, value, "a logistic function of the sum of these terms",
            inputs: Confidence.terms(of: draft, quotation: statement.quotation).map { .init($0.name, $0.value) })
    }
}
