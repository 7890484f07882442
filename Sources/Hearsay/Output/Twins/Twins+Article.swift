internal import HearsayCore

extension Twins {
    /// The reading in the contract's form, and beside it what the ledger knows around the article.
    package static func article(_ article: ArticleDetail) -> [UInt8] {
        beside(ReadingJSON.bytes(of: article.reading, id: "\(article.summary.id)")) { around(article, to: &$0) }
    }

    /// The edits in the form of `hearsay diff --format json`, and beside them what versions of which article they are about.
    package static func changes(_ changes: ArticleChanges) -> [UInt8] {
        beside(changes.comparison.json()) { writer in
            writer.object { writer in
                writer.field("article") { $0.article(changes.article) }
                writer.field("from", changes.from)
                writer.field("to", changes.to)
                writer.field("revisions") { $0.array(changes.revisions) { $0.revision($1) } }
            }
        }
    }

    /// One object and its line end, with a field "ledger" before its brace.
    private static func beside(_ object: [UInt8], _ ledger: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { $0.field("ledger", ledger) }
        return Array(object.dropLast(2)) + [0x2C] + writer.bytes.dropFirst() + [0x0A]
    }

    private static func around(_ article: ArticleDetail, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("article") { $0.article(article.summary) }
            writer.field("revision", article.revision.number)
            writer.field("revisions") { $0.array(article.revisions) { $0.revision($1) } }
            writer.field("looks") { writer in
                writer.array(article.looks.looks) { writer, look in
                    writer.object {
                        $0.field("time", look.time)
                        $0.field("outcome", look.outcome)
                        $0.field("status", look.status)
                        $0.field("reason", look.reason)
                    }
                }
            }
            writer.field("traced", article.tracing.rawValue)
            writer.field("claims") { writer in
                writer.object { writer in
                    for (statement, claim) in article.claims.sorted(by: { $0.key < $1.key }) {
                        writer.field(statement, claim)
                    }
                }
            }
            writer.field("sources") { writer in
                writer.object { writer in
                    for (voice, source) in article.sources.sorted(by: { $0.key < $1.key }) {
                        writer.field(voice, source)
                    }
                }
            }
            writer.field("takenFrom") { $0.array(article.takenFrom) { link($1, to: &$0) } }
            writer.field("outside") { writer in
                writer.array(article.outside) { writer, outside in
                    writer.object {
                        $0.field("outlet", outside.edge.outlet)
                        $0.field("confidence", outside.edge.confidence)
                        $0.field("words") { $0.array(outside.words) { $0.string($1) } }
                    }
                }
            }
            writer.field("givenTo") { $0.array(article.givenTo) { link($1, to: &$0) } }
            writer.field("givenToMore", article.givenToMore)
        }
    }

    private static func link(_ link: ArticleDetail.Link, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("article") { $0.article(link.other) }
            writer.field("kind", link.edge.kind.rawValue)
            writer.field("credited", link.edge.credited)
            writer.field("confidence", link.edge.confidence)
            writer.field("words") { writer in
                writer.array(link.words) { writer, words in
                    writer.object {
                        $0.field("from", words.from)
                        $0.field("to", words.to)
                    }
                }
            }
        }
    }
}
