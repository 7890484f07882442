internal import HearsayCore

extension Twins {
    package static func log(_ log: LogDetail) -> [UInt8] {
        object { writer in
            writer.field("origin", log.origin)
            writer.field("size", log.size)
            writer.field("root", log.root)
            writer.field("checkpoint", log.checkpoint)
            writer.field("signedSize", log.signedSize)
            writer.field("verifierKey", log.verifierKey)
            writer.field("entries") { writer in
                writer.array(log.entries) { writer, entry in
                    writer.object {
                        $0.field("index", entry.index)
                        $0.field("kind", entry.kind)
                        $0.field("time", entry.time)
                        $0.field("hash", entry.hash)
                        $0.field("about", entry.about)
                        $0.field("article", entry.article)
                    }
                }
            }
        }
    }

    package static func verification(_ result: LogVerification) -> [UInt8] {
        object { writer in
            writer.field("holds", result.holds)
            writer.field("entries", result.entries)
            writer.field("root", result.root)
            if case .checkpoint(let size) = result.anchor {
                writer.field("anchor") { $0.object { $0.field("size", size) } }
            } else {
                writer.field("anchor", String?.none)
            }
            writer.field("findings") { writer in
                writer.array(result.findings) { writer, finding in
                    writer.object {
                        $0.field("index", finding.index)
                        $0.field("text", finding.text)
                    }
                }
            }
        }
    }
}
