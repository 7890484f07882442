internal import HearsayCore

/// What speaks against the statements of a claim: another claim that cannot be true together with it, or people who
/// deny it. It is what the articles report, not a verdict.
struct STIXOpinion {
    let id: ExportID
    private let word: String
    private let explanation: String
    private let authors: [String]
    private let notes: [String]
    private let time: String
    private let claim: String
    private let fields: [(name: String, value: String)]
    private let denials: [String]

    /// The opinions on a claim's notes; none where no statement carries it.
    static func all(on exported: ExportedClaim) -> [STIXOpinion] {
        let supporting = exported.claim.members.filter { $0.stance != .denies }
        let notes = unique(supporting.compactMap { note($0, in: exported) })
        guard !notes.isEmpty else { return [] }
        let time = exported.claim.members.compactMap { ExportTime(exported.revisions[$0.article]?.captured) }.max()
        let stamp = time?.description ?? ExportTime.timeless
        let contradictions = exported.claim.contradicts.map {
            contradiction($0, in: exported, notes: notes, time: stamp)
        }
        return contradictions + [denial(in: exported, notes: notes, time: stamp)].compactMap { $0 }
    }

    private static func contradiction(
        _ contradiction: Claim.Contradiction, in exported: ExportedClaim, notes: [String], time: String
    ) -> STIXOpinion {
        let opponent = exported.opponents[contradiction.claim]
        let voices = opponent?.members.filter { $0.stance != .denies }.compactMap(\.voice) ?? []
        let words = opponent?.text ?? contradiction.claim
        return STIXOpinion(
            id: ExportID(
                "contradiction", notes + ["", contradiction.claim, contradiction.clash.rawValue, words, time]),
            word: "disagree", explanation: "Cannot be true together with: \(words)", authors: unique(voices),
            notes: notes, time: time, claim: exported.claim.id,
            fields: [("contradicting_claim", contradiction.claim), ("clash", contradiction.clash.rawValue)], denials: []
        )
    }

    private static func denial(in exported: ExportedClaim, notes: [String], time: String) -> STIXOpinion? {
        let denying = exported.claim.members.filter { $0.stance == .denies }
        guard !denying.isEmpty else { return nil }
        let voices = unique(denying.compactMap(\.voice))
        let denials = unique(denying.compactMap { note($0, in: exported) })
        let who = voices.isEmpty ? "the articles do not say by whom" : voices.joined(separator: "; ")
        return STIXOpinion(
            id: ExportID("denial", notes + [""] + denials + voices + [time]), word: "strongly-disagree",
            explanation: "Denied by: \(who)", authors: voices, notes: notes, time: time, claim: exported.claim.id,
            fields: [], denials: denials)
    }

    private static func note(_ member: Claim.Member, in exported: ExportedClaim) -> String? {
        guard let statement = member.statement, let revision = exported.revisions[member.article] else { return nil }
        return STIXObject.id("note", revision.names.statementID(statement))
    }

    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<[UInt8]> = []
        return texts.filter { !$0.isEmpty && seen.insert(Array($0.utf8)).inserted }
    }

    func write(_ writer: inout JSONWriter) {
        STIXObject.head("opinion", id, at: time, to: &writer)
        writer.field("explanation", explanation)
        writer.filled("authors", authors)
        writer.field("opinion", word)
        writer.field("object_refs") { $0.texts(notes) }
        STIXObject.extend(&writer) { writer in
            writer.field("claim", claim)
            for field in fields { writer.field(field.name, field.value) }
            writer.filled("denial_refs", denials)
        }
    }
}
