internal import Hearsay
internal import HearsayCore
internal import Hummingbird

/// `/add`: an article as pasted text, as a file, or from an address.
struct AddPage {
    let site: Site

    func add(to router: Router<PageContext>) {
        router.get("add") { [site] _, context in
            if context.isTwin { throw PageProblem.notFound }
            return try site.html(.add, AddView(site: site)).response
        }
        router.post("add/text") { [site] request, _ in
            let form = try await SentForm(request, token: site.token)
            return try await add(try Self.pasted(form))
        }
        router.post("add/file") { [site] request, _ in
            let form = try await SentForm(request, token: site.token)
            return try await add(try Self.file(form))
        }
        router.post("add/address") { [site] request, _ in
            let form = try await SentForm(request, token: site.token)
            guard let url = form["url"] else { throw PageProblem.badForm("Give the address of an article.") }
            return try await add(try await site.fetch(url))
        }
    }

    private func add(_ item: InputItem) async throws -> Response {
        let added = try await site.change { try $0.add(item) }
        return try site.html(.add, AddView(added, site: site)).response
    }

    /// Browsers send line breaks as CRLF, whatever was pasted.
    private static func pasted(_ form: SentForm) throws(PageProblem) -> InputItem {
        guard form["text"] != nil, let text = form.fields["text"] else {
            throw .badForm("Paste the text of an article.")
        }
        return InputItem(
            origin: "the pasted text", content: .text(text.replacing("\r\n", with: "\n")), facts: try facts(form))
    }

    private static func file(_ form: SentForm) throws(PageProblem) -> InputItem {
        guard let file = form.files["file"], !file.name.isEmpty else { throw .badForm("Choose a file.") }
        guard !file.bytes.isEmpty else { throw .badForm("The file is empty.") }
        let name = file.name.lowercased()
        let format: InputItem.Format =
            name.hasSuffix(".html") || name.hasSuffix(".htm")
            ? .html : name.hasSuffix(".txt") || name.hasSuffix(".md") ? .text : .unknown
        return InputItem(
            origin: PlainText.singleLine(file.name), content: .bytes(file.bytes, format), facts: try facts(form))
    }

    private static func facts(_ form: SentForm) throws(PageProblem) -> ArticleFacts {
        if let published = form["published"], CivilDay(iso: published) == nil {
            throw .badForm("The day must be written as 2031-05-16.")
        }
        var facts = ArticleFacts(url: form["url"], outlet: form["outlet"], published: form["published"])
        facts.headline = form["headline"]
        return facts
    }
}
