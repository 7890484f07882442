package import HearsayCore

/// The JSON twins of the pages. docs/api.md describes every shape.
package enum Twins {
    /// One indented JSON object and a line end; every twin begins with the version of the shapes.
    package static func object(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter(indented: true)
        writer.object {
            $0.field("hearsay", ReadingJSON.version)
            body(&$0)
        }
        return writer.bytes + [0x0A]
    }

    package static func overview(_ overview: LedgerOverview) -> [UInt8] {
        object { writer in
            writer.field("articles", overview.articles)
            writer.field("outlets", overview.outlets)
            writer.field("statements", overview.statements)
            writer.field("unnamed", overview.unnamed)
            writer.field("traced", overview.tracing.rawValue)
            writer.field("sharedClaims", overview.sharedClaims)
            writer.field("open", overview.open)
            writer.field("overdue", overview.overdue)
            writer.field("recent") { $0.array(overview.recent) { $0.article($1) } }
            writer.field("claims") { $0.array(overview.claims) { $0.claim($1) } }
            writer.field("due") { $0.array(overview.due) { $0.due($1) } }
        }
    }

    package static func articles(_ articles: [ArticleSummary], nextAfter: String?) -> [UInt8] {
        object { writer in
            writer.field("articles") { $0.array(articles) { $0.article($1) } }
            writer.field("next", nextAfter.map { "/articles.json?after=\($0)" })
        }
    }

    package static func claims(_ claims: [ClaimSummary]) -> [UInt8] {
        object { $0.field("claims") { $0.array(claims) { $0.claim($1) } } }
    }

    package static func sources(_ sources: [SourceSummary], next: String? = nil) -> [UInt8] {
        object { writer in
            writer.field("sources") { $0.array(sources) { $0.source($1) } }
            writer.field("next", next)
        }
    }

    package static func source(_ source: SourceDetail, next: String? = nil) -> [UInt8] {
        object { writer in
            writer.field("traced", source.tracing.rawValue)
            writer.field("source") { $0.source(source.summary) }
            writer.field("names") { $0.array(source.names) { $0.string($1) } }
            writer.field("roles") { $0.array(source.roles) { $0.string($1) } }
            writer.field("reasons") { $0.array(source.reasons) { $0.string($1) } }
            writer.field("record") { writer in
                guard let record = source.record else { return writer.null() }
                writer.record(record)
            }
            writer.field("statements") { writer in
                writer.array(source.utterances) { writer, said in
                    writer.object { writer in
                        writer.field("article") { $0.article(said.article) }
                        writer.field("statement", said.statement)
                        writer.field("words", said.words)
                        writer.field("stance", said.stance.rawValue)
                        writer.field("relay") { $0.array(said.relay) { $0.string($1) } }
                        writer.field("claim", said.claim)
                    }
                }
            }
            writer.field("offset", source.offset)
            writer.field("next", next)
            writer.field("voices") { writer in
                writer.array(source.voices) { writer, voice in
                    writer.object { writer in
                        writer.field("article", voice.article.id)
                        writer.field("voice", voice.id)
                        writer.field("name", voice.name)
                        writer.field("role", voice.role)
                        writer.field("affiliation", voice.affiliation)
                    }
                }
            }
            writer.field("possible") { $0.array(source.possible) { $0.possible($1) } }
        }
    }

    package static func due(_ due: [DueItem]) -> [UInt8] { object { $0.field("due") { $0.array(due) { $0.due($1) } } } }

    package static func search(_ query: String, _ result: SearchResult, next: String? = nil) -> [UInt8] {
        object { writer in
            writer.field("query", query)
            writer.field("hits") { writer in
                writer.array(result.hits) { writer, hit in
                    writer.object { writer in
                        writer.field("found", hit.scope.rawValue)
                        writer.field("article") { $0.article(hit.article) }
                        writer.field("source", hit.source)
                        if let likeness = hit.likeness {
                            writer.field("likeness", (likeness * 1000).rounded() / 1000)
                        }
                        writer.field("statement", hit.statement)
                        writer.field("voice", hit.voice)
                        writer.field("pieces") { writer in
                            writer.array(hit.pieces) { writer, piece in
                                writer.object {
                                    $0.field("words", piece.words)
                                    $0.field("match", piece.isMatch)
                                }
                            }
                        }
                    }
                }
            }
            writer.field("next", next ?? result.next)
        }
    }
}
