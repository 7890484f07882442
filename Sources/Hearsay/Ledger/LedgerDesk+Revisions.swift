internal import HearsayCore
internal import HearsayLedger

extension LedgerDesk {
    /// What changed between two captured versions of an article: the last two, or those that are named.
    /// - Throws: ``DeskError/Code/notFound`` when one of them is not there.
    public func comparison(_ article: Int, from old: Int? = nil, to new: Int? = nil) throws -> RevisionComparison {
        try changes(article, from: old, to: new).comparison
    }

    /// What changed between two captured versions of an article, with what is needed to show it.
    /// - Throws: ``DeskError/Code/notFound`` when one of them is not there.
    public func changes(_ article: Int, from old: Int?, to new: Int?) throws -> ArticleChanges {
        try asking { ledger in
            let revisions = try ledger.revisions(of: article)
            let numbers = revisions.map(\.key.number)
            guard let last = numbers.first, let stored = try ledger.article(article) else {
                throw DeskError(.notFound, "there is no article \(article)")
            }
            let new = new ?? last
            // In the order in which they were seen, which is not always that of their numbers.
            guard let old = old ?? numbers.drop(while: { $0 != new }).dropFirst().first else {
                throw DeskError(.notFound, "article \(article) has no captured version before \(new)")
            }
            func reading(_ number: Int) throws -> Reading {
                guard let reading = try ledger.reading(RevisionKey(article: article, number: number)) else {
                    throw DeskError(.notFound, "there is no revision \(number) of article \(article)")
                }
                return reading
            }
            return ArticleChanges(
                article: ArticleSummary(stored), revisions: revisions.map(ArticleDetail.Revision.init), from: old,
                to: new, comparison: RevisionComparison(old: try reading(old), new: try reading(new)))
        }
    }
}
