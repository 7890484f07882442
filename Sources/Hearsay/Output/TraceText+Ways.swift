internal import HearsayCore

/// The ways that claims took: the tree of who took it from whom, circles, and what was taken back.
extension TraceText {
    /// How deep a tree is drawn, in half of the width at most; what is deeper stands below one another.
    private var deepest: Int { min(8, (painter.style.width / 2 - 4) / 3) }

    // MARK: The tree

    /// The articles of a claim, each below the one that it took from; below each the outlets not at hand by which it came.
    func tree(_ claim: Claim, _ view: TraceView) -> [String] {
        let articles = claim.members.map(\.article).unique()
        let parents = view.parents(among: articles)
        let children = Dictionary(grouping: articles.filter { parents[$0] != nil }) { parents[$0]?.to ?? "" }
        let outside = view.trace.outside(of: claim)
        var lines: [String] = []
        func add(_ article: String, lead: String, below: String, depth: Int) {
            let own = children[article] ?? []
            let leaves = outside.filter { $0.from == article }.map { "from \($0.outlet), not at hand" }
            let rows = claim.members.filter { $0.article == article }
                .map { row($0, view, way: parents[article].map(view.way)) }.unique()
            for (number, (words, paint)) in rows.map({ ($0.words, $0.paint) }).enumerated() {
                let rest = below + (own.isEmpty && leaves.isEmpty ? "  " : "│ ")
                lines += painter.wrapped(words, lead: (number == 0 ? lead : rest, rest), paint)
            }
            let isDeep = depth >= deepest
            func leads(_ number: Int) -> (lead: String, below: String) {
                if isDeep { return (below + "└ ", below) }
                let isLast = number == leaves.count + own.count - 1
                return (below + (isLast ? "└─ " : "├─ "), below + (isLast ? "   " : "│  "))
            }
            for (number, words) in leaves.enumerated() {
                lines += painter.wrapped(words, lead: (leads(number).lead, leads(number).below), .faint)
            }
            for (number, child) in own.enumerated() {
                let (lead, below) = leads(leaves.count + number)
                add(child, lead: lead, below: below, depth: depth + 1)
            }
        }
        for article in articles where parents[article] == nil { add(article, lead: "    ", below: "    ", depth: 0) }
        return lines
    }

    /// One place of a claim as a line.
    private struct Row: Hashable {
        var words: String
        var paint: TextPainter.Paint
    }

    private func row(_ member: Claim.Member, _ view: TraceView, way: String?) -> Row {
        let voices = (member.relay + [member.voice ?? "nobody named"]).joined(separator: " ← ")
        let stance = member.stance == .asserts ? "" : " \(member.stance.rawValue)"
        let way = way.map { " [\($0)]" } ?? ""
        return Row(
            words: "\(view.title(of: member.article))\(stance)\(way): \(voices)",
            paint: member.stance == .denies ? .alarm : .named)
    }

    // MARK: Circles

    /// A circle with the sentences that make it.
    func round(_ circle: Circle, _ view: TraceView) -> [String] {
        let outlets = circle.outlets + circle.outlets.prefix(1)
        var lines = painter.wrapped(
            "circle: \(outlets.joined(separator: " → "))", indent: 4, hanging: 2, .alarm)
        if let first = circle.steps.first {
            lines += quote("\(view.title(of: first.to)) tells it", view.words(first.evidence.first?.to, of: first.to))
        }
        for step in circle.steps {
            let how = "\(view.title(of: step.from)) \(step.kind.rawValue) \(step.to)"
            lines += quote(how, view.words(step.evidence.first?.from, of: step.from))
        }
        return lines
    }

    private func quote(_ head: String, _ words: String?) -> [String] {
        painter.wrapped(words.map { "\(head): \($0)" } ?? head, indent: 6, hanging: 2, .faint)
    }

    // MARK: What was taken back

    /// Words that were taken back, and what rests on them.
    func takenBack(_ withdrawal: Withdrawal, _ claim: Claim, _ view: TraceView) -> [String] {
        let head =
            "taken back (\(withdrawal.kind.rawValue)) by \(view.title(of: withdrawal.revision)): \(withdrawal.reason)"
        var lines = painter.wrapped(head, indent: 4, hanging: 2, .alarm)
        if let words = view.words(withdrawal.old, of: withdrawal.article) { lines += quote("before", words) }
        if withdrawal.new == nil {
            lines += quote("the sentence is gone", nil)
        } else if let words = view.words(withdrawal.new, of: withdrawal.revision) {
            lines += quote("after", words)
        }
        let resting = Dictionary(grouping: withdrawal.dependents) { $0.path }
        for path in withdrawal.dependents.map(\.path).unique() {
            guard let first = path.first, let dependent = resting[path]?.first else { continue }
            let moment = dependent.published.map { ", published \($0.rawValue) the change" } ?? ""
            lines += painter.wrapped(
                "rests on it: \(view.title(of: first))\(moment): \(path.joined(separator: " ← "))", indent: 6,
                hanging: 2,
                .named)
        }
        return lines
    }
}

extension Array where Element: Hashable {
    /// The elements without repetitions, in the order in which they first stand.
    func unique() -> [Element] {
        var seen = Set<Element>()
        return filter { seen.insert($0).inserted }
    }
}
