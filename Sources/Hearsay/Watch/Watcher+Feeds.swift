internal import HearsayLedger

extension Watcher {
    /// Polls a feed; the articles that it names are kept to be taken.
    @Sendable func poll(_ feed: StoredFeed) -> @Sendable () throws -> WatchEvent? {
        let time = desk.now()
        let answer = Result { try source.feed(feed.url, feed.validators) }
        return { [self] in
            switch answer {
            case .success(.unchanged(let asked)):
                postponements.end(feed.url)
                try desk.ledger.note(FeedPoll(time: asked ?? time, outcome: .unchanged), ofFeed: feed.id)
                return .polled(feed: feed.title ?? feed.url, new: 0)
            case .success(.feed(let read)):
                postponements.end(feed.url)
                let poll = FeedPoll(
                    time: read.time ?? time, outcome: .read, reason: read.problem, title: read.title,
                    validators: read.validators, entries: read.entries)
                let new = try desk.ledger.note(poll, ofFeed: feed.id)
                return .polled(feed: read.title ?? feed.title ?? feed.url, new: new)
            case .failure(let error):
                let failure = WatchFailure(error)
                if let event = postponed(feed.url, failure) { return event }
                let poll = FeedPoll(
                    time: failure.time ?? time, outcome: failure.isGone ? .gone : .failed, reason: failure.reason)
                try desk.ledger.note(poll, ofFeed: feed.id)
                return .feedFailed(feed: feed.url, isGone: failure.isGone, reason: failure.reason)
            }
        }
    }

    /// Fetches and reads an article that a feed named, and adds it.
    @Sendable func take(_ sighting: Sighting) -> @Sendable () throws -> WatchEvent? {
        let url = sighting.url
        if let known = try? desk.ledger.article(fetchedFrom: url) {
            return { [desk] in
                try desk.ledger.noteTaken(url, as: known, at: desk.now())
                return nil
            }
        }
        let time = desk.now()
        let prepared = Result { () throws -> PreparedArticle in
            guard case .page(let item, _) = try source.page(url, nil) else {
                throw WatchFailure(reason: "the server says that it did not change, though it was never fetched")
            }
            return try desk.prepare(item)
        }
        let isLast = sighting.failures + 1 >= schedule.tries
        return { [self] in
            switch prepared {
            case .success(let prepared):
                postponements.end(url)
                let added = try desk.add(prepared)
                try desk.ledger.noteTaken(url, as: added.article, at: prepared.captured)
                return .taken(added, label: prepared.label)
            case .failure(let error):
                let failure = WatchFailure(error)
                if let event = postponed(url, failure) { return event }
                try desk.ledger.noteFailed(url, reason: failure.reason, at: failure.time ?? time)
                return .notTaken(url: url, reason: failure.reason, isLast: isLast)
            }
        }
    }
}

extension WatchFailure {
    /// The failure that an error of a source or of the capture is.
    init(_ error: any Error) {
        switch error {
        case let failure as WatchFailure: self = failure
        case let problem as InputProblem: self.init(reason: problem.reason)
        default: self.init(reason: PlainText.singleLine(String(describing: error)))
        }
    }
}
