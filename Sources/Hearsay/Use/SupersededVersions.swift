internal import HearsayCore
internal import HearsayRevising
internal import HearsayTracing

/// What later versions of articles took back, for whoever took it from them.
enum SupersededVersions {
    /// A version of an article in a trace.
    struct Version {
        let id: String
        let reading: Reading
        /// When it was captured, where it was.
        var captured: String?
    }

    /// The withdrawn words of a trace. Versions are compared only where somebody took from them.
    /// - Parameter version: the version behind an article of the trace; nil where it is not at hand.
    static func withdrawals(in trace: Trace, version find: (String) throws -> Version?) rethrows -> [Withdrawal] {
        var known: [String: Version] = [:]
        func version(_ id: String) throws -> Version? {
            if let version = known[id] { return version }
            known[id] = try find(id)
            return known[id]
        }
        let superseded = try WithdrawalFinder.supersessions(in: trace).compactMap { old, new -> Superseded? in
            guard let before = try version(old), let after = try version(new) else { return nil }
            return self.superseded(before, by: after)
        }
        return try WithdrawalFinder.withdrawals(in: trace, of: superseded) { try version($0)?.reading.document.text }
    }

    /// What changed between two versions.
    static func superseded(_ old: Version, by new: Version) -> Superseded {
        Superseded(
            article: old.id, revision: new.id, changed: changed(old.reading.document, new),
            changes: RevisionDiff.edits(from: old.reading, to: new.reading).compactMap(change))
    }

    /// By when: what the article claims, else the day on which the later version was published, else its capture.
    private static func changed(_ old: Document, _ new: Version) -> String? {
        let document = new.reading.document
        if let modified = document.modified { return modified }
        if let published = document.published, published != old.published { return published }
        return new.captured
    }

    /// An edit that takes something back. Notes about the article, other words for the same and less certainty do not, nor
    /// does what was added to a sentence, unless it is somebody who now vouches for it.
    private static func change(_ edit: Edit) -> Superseded.Change? {
        guard edit.place == .body, let old = edit.old, let span = old.span else { return nil }
        let kinds: [Withdrawal.Kind] = edit.kinds.compactMap { kind in
            switch kind {
            case .attribution: .attribution
            case .fact: .fact
            case .hedge, .note, .style: nil
            }
        }
        let words = old.words.filter { !$0.isEmpty }
        guard kinds.contains(.attribution) || !kinds.isEmpty && !words.isEmpty else { return nil }
        return Superseded.Change(kinds: kinds, old: span, new: edit.new?.span, words: words, reason: edit.reason)
    }
}
