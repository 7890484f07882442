internal import HearsayCore
internal import HearsayLedger

extension Watcher {
    /// Looks at a page again, and keeps what changed.
    @Sendable func look(_ page: WatchedPage) -> @Sendable () throws -> WatchEvent? {
        let time = desk.now()
        do {
            // A server that was asked whether a page that is gone has changed might say no.
            let answer = try source.page(page.url, page.isGone ? nil : page.validators)
            postponements.end(page.url)
            switch answer {
            case .unchanged(let asked):
                return conclude(page, Look(article: page.article, time: asked ?? time, outcome: .unchanged), nil)
            case .page(let item, let validators):
                return try compare(item, with: page, time: item.retrieval?.requested ?? time, validators)
            }
        } catch {
            let failure = WatchFailure(error)
            if let event = postponed(page.url, failure) { return { event } }
            let look = Look(
                article: page.article, time: failure.time ?? time, outcome: failure.isGone ? .gone : .failed,
                status: failure.status, reason: failure.reason)
            return conclude(page, look, nil)
        }
    }

    private func compare(
        _ item: InputItem, with page: WatchedPage, time: String, _ validators: Validators
    ) throws -> @Sendable () throws -> WatchEvent? {
        var look = Look(article: page.article, time: time, outcome: .unchanged, status: item.retrieval?.status)
        var sight = Sight(validators: validators, digest: item.name, revision: page.shown)
        if item.name == page.seen { return conclude(page, look, sight) }
        let prepared = try desk.prepare(item)
        if let known = prepared.known, known.revision.article == page.article {
            // Bytes that the ledger has make no new revision, but that the page shows them again is worth telling, once.
            sight.revision = known.revision.number
            if sight.revision == page.shown {
                look.reason = "other bytes, the same words"
            } else {
                look.outcome = .changed
                look.reason = "it is as it was in revision \(known.revision.number)"
            }
            return conclude(page, look, sight)
        }
        guard let document = prepared.document, desk.key(of: prepared) == page.key else {
            look.outcome = .failed
            look.reason = "another page stands there now: \(prepared.label)"
            return conclude(page, look, nil)
        }
        if let before = try desk.asking({ try $0.reading(RevisionKey(article: page.article, number: page.shown)) }),
            document.saysTheSame(as: before.document)
        {
            look.reason = "other bytes, the same words"
            return conclude(page, look, sight)
        }
        look.outcome = .changed
        return { [desk, look] in
            let added = try desk.add(prepared)
            let sight = Sight(validators: validators, digest: item.name, revision: added.revision)
            try desk.ledger.note(look, sight: sight)
            return .looked(article: page.article, title: page.title, .changed(revision: added.revision))
        }
    }

    private func conclude(
        _ page: WatchedPage, _ look: Look, _ sight: Sight?
    ) -> @Sendable () throws -> WatchEvent? {
        { [desk] in
            try desk.ledger.note(look, sight: sight)
            let state: WatchEvent.PageState =
                switch look.outcome {
                case .unchanged: page.isGone ? .back : .unchanged
                case .changed: .changed(revision: sight?.revision ?? page.shown)
                case .gone: .gone(status: look.status)
                case .failed: .failed(reason: look.reason ?? "it could not be fetched")
                }
            return .looked(article: page.article, title: page.title, state)
        }
    }
}

extension Document {
    /// Whether a reader of both would see no difference: many pages carry a number that is drawn anew for each visit.
    fileprivate func saysTheSame(as other: Document) -> Bool {
        text == other.text && headline == other.headline && authors == other.authors && published == other.published
            && modified == other.modified && updates == other.updates
            && images.map(\.caption) == other.images.map(\.caption)
    }
}
