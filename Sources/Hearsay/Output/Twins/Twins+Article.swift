internal import HearsayCore

extension Twins {
    /// The reading in the contract's form, and beside it what the ledger knows around the article.
    package static func article(_ article: ArticleDetail) -> [UInt8] {
        var bytes = ReadingJSON.bytes(of: article.reading, id: "\(article.summary.id)")
        // The reading is one object and a line end: the fields of the ledger go in before its brace.
        bytes.removeLast(2)
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("ledger") { around(article, to: &$0) }
        }
        return bytes + [0x2C] + writer.bytes.dropFirst() + [0x0A]
    }

    private static func around(_ article: ArticleDetail, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("article") { $0.article(article.summary) }
            writer.field("revision", article.revision.number)
            writer.field("revisions") { writer in
                writer.array(article.revisions) { writer, revision in
                    writer.object {
                        $0.field("number", revision.number)
                        $0.field("captured", revision.captured)
                        $0.field("digest", revision.digest)
                        $0.field("entry", revision.entry)
                    }
                }
            }
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
            writer.field("claims") { writer in
                writer.object { writer in
                    for (statement, claim) in article.claims.sorted(by: { $0.key < $1.key }) {
                        writer.field(statement, claim.id)
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
            writer.field("givenTo") { $0.array(article.givenTo) { link($1, to: &$0) } }
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
