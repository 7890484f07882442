internal import HearsayCore

/// What the lists of several pages hold.
extension JSONWriter {
    mutating func article(_ article: ArticleSummary) {
        object {
            $0.field("id", article.id)
            $0.field("title", article.title)
            $0.field("outlet", article.outlet)
            $0.field("url", article.url)
            $0.field("published", article.published)
            $0.field("added", article.added)
            $0.field("statements", article.statements)
            $0.field("unnamed", article.unnamed)
            $0.field("revisions", article.revisions)
        }
    }

    mutating func revision(_ revision: ArticleDetail.Revision) {
        object {
            $0.field("number", revision.number)
            $0.field("captured", revision.captured)
            $0.field("digest", revision.digest)
            $0.field("entry", revision.entry)
        }
    }

    mutating func claim(_ claim: ClaimSummary) {
        object { writer in
            writer.field("id", claim.id)
            writer.field("text", claim.text)
            writer.field("articles", claim.articles)
            writer.field("origins") { $0.origins(claim.origins) }
            writer.field("contradictions", claim.contradictions)
            writer.field("denials", claim.denials)
            writer.field("forecast") { $0.forecast(claim.forecast) }
        }
    }

    mutating func source(_ source: SourceSummary) {
        object {
            $0.field("id", source.id)
            $0.field("label", source.label)
            $0.field("kind", source.kind.rawValue)
            $0.field("anonymous", source.anonymous)
            $0.field("statements", source.statements)
            $0.field("articles", source.articles)
        }
    }

    mutating func due(_ item: DueItem) {
        object { writer in
            writer.field("state", item.state.rawValue)
            writer.field("claim") { $0.claim(item.claim) }
            writer.field("voice", item.voice)
            writer.field("source", item.source)
            writer.field("article") { $0.article(item.article) }
        }
    }

    mutating func origins(_ count: OriginCount) {
        object {
            $0.field("least", count.least)
            $0.field("likely", count.likely)
            $0.field("most", count.most)
        }
    }

    mutating func forecast(_ forecast: Claim.Prediction?) {
        guard let forecast else { return null() }
        object { writer in
            writer.field("due") { writer in
                guard let due = forecast.due else { return writer.null() }
                writer.object {
                    $0.field("start", due.start.description)
                    $0.field("end", due.end.description)
                }
            }
            writer.field("certainty", forecast.certainty.rawValue)
            writer.field("outcome", forecast.outcome.rawValue)
            writer.field("judged", forecast.isJudged)
            writer.field("settledBy") { $0.array(forecast.settledBy) { $0.string($1) } }
        }
    }

    mutating func record(_ record: Record) {
        object { writer in
            writer.field("open", record.open)
            writer.field("true", record.isTrue)
            writer.field("false", record.isFalse)
            writer.field("void", record.void)
            writer.field("interval") { writer in
                guard let interval = record.interval else { return writer.null() }
                writer.array([interval.lowerBound, interval.upperBound]) { $0.number($1) }
            }
        }
    }
}
