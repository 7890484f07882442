internal import Hearsay
internal import Hummingbird

/// `POST /trace`: traces the ledger for who asks for that on a page which found no trace, and leads back there.
struct TracePage {
    let site: Site

    func add(to router: Router<PageContext>) {
        router.post("trace") { [site] request, _ in
            let form = try await SentForm(request, token: site.token)
            let article = form["article"] == nil ? nil : try form.number("article")
            let source = form["source"] == nil ? nil : try form.number("source")
            try await site.trace()
            return Response.redirect(
                to: article.map(Address.article) ?? source.map(Address.source) ?? "/", type: .normal)
        }
    }
}
