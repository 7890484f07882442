internal import HearsayCore

/// Statements as Web Annotations (W3C, JSON-LD): one page of annotations on the articles, each with the words that it
/// is about, their position in the captured text, and whose they are.
public struct AnnotationPage: LedgerExport {
    private let generator: ExportGenerator
    private var items = JSONItems()
    private var series = IDSeries()

    /// A page.
    public init(generator: ExportGenerator) { self.generator = generator }

    /// The page's contexts and beginning.
    public mutating func head() -> [UInt8] {
        var writer = JSONWriter()
        writer.array { writer in
            writer.element { $0.string("http://www.w3.org/ns/anno.jsonld") }
            writer.element { $0.object { $0.field("hearsay", ExportVocabulary.prefix) } }
        }
        return Array("{\"@context\":".utf8) + writer.bytes + Array(",\"type\":\"AnnotationPage\",\"items\":[".utf8)
    }

    /// An annotation for each of the article's statements.
    public mutating func article(_ article: ExportedArticle) -> [UInt8] {
        var bytes: [UInt8] = []
        let annotations = ArticleAnnotations(article, generator: generator)
        for statement in article.reading.statements {
            items.add(to: &bytes) { annotations.write(statement, to: &$0) }
            series.add(annotations.id(statement))
        }
        return bytes
    }

    /// The page's end, with its id, which is made of the annotations' ids.
    public mutating func foot() -> [UInt8] { Array("\n],\"id\":\"\(series.id.urn)\"}\n".utf8) }
}
