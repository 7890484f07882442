internal import Hearsay
internal import Hummingbird

/// `/sources/possible` and `/sources/history`: which sources may be one, what people decided of that, and the forms to
/// decide it and to take it back.
struct JoiningPages {
    private static let pageLength = 50
    let site: Site

    func add(to router: Router<PageContext>) {
        router.get("sources/possible") { [site] request, context in
            let (offset, done) = (try request.number("offset") ?? 0, try request.number("done"))
            let judge = request.word("judge").map(PlainText.singleLine).flatMap { $0.isEmpty ? nil : $0 }
            return try await site.read { desk in
                let found = try desk.possibleSources(limit: Self.pageLength + 1, offset: offset)
                let shown = Array(found.prefix(Self.pageLength))
                let pager = Pager(
                    "/sources/possible", offset: offset, length: Self.pageLength, hasMore: found.count > shown.count,
                    query: judge.map { "judge=" + URLEncodedForm.encode($0) })
                if context.isTwin { return .json(Twins.pairs(shown, next: pager.nextTwin)) }
                let decision = try done.flatMap { try desk.sourceDecision($0) }
                return try site.html(
                    .possible, PossibleView(shown, judge: judge, pager: pager, done: decision, site: site))
            }
        }
        router.get("sources/history") { [site] request, context in
            let (offset, done) = (try request.number("offset") ?? 0, try request.number("done"))
            return try await site.read { desk in
                let found = try desk.sourceDecisions(limit: Self.pageLength + 1, offset: offset)
                let shown = Array(found.prefix(Self.pageLength))
                let pager = Pager(
                    "/sources/history", offset: offset, length: Self.pageLength, hasMore: found.count > shown.count)
                if context.isTwin { return .json(Twins.decisions(shown, next: pager.nextTwin)) }
                let decision = try done.flatMap { try desk.sourceDecision($0) }
                return try site.html(.history, HistoryView(shown, pager: pager, done: decision, site: site))
            }
        }
        addDeciding(to: router)
    }

    // MARK: Deciding

    private func addDeciding(to router: Router<PageContext>) {
        router.post("sources/merge") { [site] request, _ in
            let form = try await SentForm(request, token: site.token)
            let target = try form.number("into")
            guard let other = form["other"] else { throw PageProblem.badForm("Name the other source.") }
            let decision = try await site.change { desk in
                try desk.mergeSources([target, desk.sourceNumber(named: other)], judge: form["judge"])
            }
            return Self.page(after: decision, form, or: Address.source(target))
        }
        router.post("sources/apart") { [site] request, _ in
            let form = try await SentForm(request, token: site.token)
            let (first, second) = (try form.number("first"), try form.number("second"))
            let decision = try await site.change { try $0.keepSourcesApart(first, second, judge: form["judge"]) }
            return Self.page(after: decision, form, or: Address.source(first))
        }
        router.post("sources/:id/split") { [site] request, context in
            let (id, form) = (try context.number("id"), try await SentForm(request, token: site.token))
            let voice = try form["voice"].map(Self.voice)
            let made = try await site.change { desk in
                if let voice { return try desk.splitSource([voice], judge: form["judge"]) }
                guard let name = form["name"] else { throw PageProblem.badForm("Name what is to be split off.") }
                return try desk.splitSource(id, named: name, judge: form["judge"])
            }
            return Self.page(after: made.decision, form, or: Address.source(made.source))
        }
        router.post("sources/undo") { [site] request, _ in
            let form = try await SentForm(request, token: site.token)
            let decision = try form.number("decision")
            let made = try await site.change { try $0.undoSourceDecision(decision, judge: form["judge"]) }
            return Self.page(after: made, form, or: "/sources/history")
        }
    }

    /// A voice as a page names it: "12:v3".
    private static func voice(_ text: String) throws(PageProblem) -> (article: Int, voice: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let article = Int(parts[0]) else { throw .badForm("There is no voice \(text).") }
        return (article, String(parts[1]))
    }

    /// The page that tells what was decided: the list of pairs for who came from there, so that the next can be decided.
    private static func page(after decision: Int, _ form: SentForm, or other: String) -> Response {
        let judge = form["judge"].map { "&judge=" + URLEncodedForm.encode($0) } ?? ""
        let isFromList = form["list"] != nil
        return .redirect(to: isFromList ? "/sources/possible?done=\(decision)\(judge)" : "\(other)?done=\(decision)")
    }
}
