internal import Hearsay

/// The pairs of sources that may be one, each with the forms to decide it.
struct PossibleView {
    var frame: Frame
    var sourceTabs = SourceTab.all(shown: "/sources/possible")
    var done: DecisionLine?
    var judge: String
    var isEmpty: Bool
    var pairs: [PairLine]
    var nextHref: String?
    var earlierHref: String?

    init(_ pairs: [PossibleSource], judge: String?, pager: Pager, done: SourceDecision?, site: Site) {
        frame = Frame("Sources that may be one", section: .sources, twin: "/sources/possible.json", site: site)
        self.done = done.map(DecisionLine.init)
        (self.judge, isEmpty) = (judge ?? "", pairs.isEmpty)
        self.pairs = pairs.map { PairLine($0, judge: judge) }
        (nextHref, earlierHref) = (pager.nextHref, pager.earlierHref)
    }
}

/// What people decided about sources, with the forms to take it back.
struct HistoryView {
    var frame: Frame
    var sourceTabs = SourceTab.all(shown: "/sources/history")
    var done: DecisionLine?
    var isEmpty: Bool
    var decisions: [DecisionLine]
    var nextHref: String?
    var earlierHref: String?

    init(_ decisions: [SourceDecision], pager: Pager, done: SourceDecision?, site: Site) {
        frame = Frame("Decisions about sources", section: .sources, twin: "/sources/history.json", site: site)
        self.done = done.map(DecisionLine.init)
        isEmpty = decisions.isEmpty
        self.decisions = decisions.map(DecisionLine.init)
        (nextHref, earlierHref) = (pager.nextHref, pager.earlierHref)
    }
}
