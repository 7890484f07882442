internal import Hearsay
internal import HearsayCore
internal import Hummingbird

/// `/articles` and `/articles/ID`: the articles, their revisions, and the bytes as they were captured.
struct ArticlePages {
    private static let pageLength = 50
    let site: Site

    func add(to router: Router<PageContext>) {
        router.get("articles") { [site] request, context in
            let after = request.word("after").flatMap { $0.isEmpty ? nil : $0 }
            return try await site.read { desk in
                let found = try desk.articles(limit: Self.pageLength + 1, after: after)
                let shown = Array(found.prefix(Self.pageLength))
                let next = found.count > shown.count ? shown.last?.place : nil
                if context.isTwin { return .json(Twins.articles(shown, nextAfter: next)) }
                return try site.html(.articles, ArticlesView(shown, nextAfter: next, site: site))
            }
        }
        router.get("articles/:id") { [site] request, context in
            let (id, revision) = (try context.number("id"), try request.number("revision"))
            return try await site.read { desk in
                let article = try Self.article(id, revision: revision, of: desk)
                if context.isTwin { return .json(Twins.article(article)) }
                return try site.html(.article, ArticleView(article, site: site))
            }
        }
        router.get("articles/:id/capture") { [site] request, context in
            let (id, revision) = (try context.number("id"), try request.number("revision"))
            return try await site.read { desk in
                let article = try Self.article(id, revision: revision, of: desk)
                guard let bytes = try desk.capture(id, revision: revision) else { throw PageProblem.notFound }
                return Self.download(bytes, name: "article-\(id)-revision-\(article.revision.number).bin")
            }
        }
    }

    private static func article(_ id: Int, revision: Int?, of desk: any Desk) throws -> ArticleDetail {
        guard let article = try desk.article(id, revision: revision) else {
            throw DeskError(
                .notFound, "There is no article \(id)" + (revision.map { " with a revision \($0)." } ?? "."))
        }
        return article
    }

    /// The bytes as a file to keep. They are foreign and must never be shown as a page of this site.
    private static func download(_ bytes: [UInt8], name: String) -> Answer {
        var headers: HTTPFields = [:]
        headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return Answer(contentType: "application/octet-stream", headers: headers, bytes: bytes)
    }
}
