import Foundation
import HearsayCore

@testable import HearsayLedger

/// Where a ledger and the model of it gave different answers.
struct Disagreement: Error, CustomStringConvertible {
    var step: Int
    var what: String
    var expected: String
    var found: String

    var description: String {
        "step \(step), \(what):\n    the model  \(expected.prefix(1500))\n    the ledger \(found.prefix(1500))"
    }
}

/// Does the same steps to a ledger and to the model.
final class ModelRun {
    private(set) var model = LedgerModel()
    private(set) var ledger: Ledger
    private let folder: String
    private var step = 0
    private var added: [SampleArticle] = []
    /// Where lists of articles ended at any time, also at articles that are gone.
    var places: Set<ArticlePlace> = []
    private var copies = 0
    /// How often both gave a reason why something cannot be done.
    private(set) var refusals = 0

    /// - Parameter template: an empty ledger, copied since to make one takes longer than most sequences.
    init(folder: String, template: String) throws {
        self.folder = folder
        try FileManager.default.copyItem(atPath: template, toPath: folder + "/ledger.db")
        ledger = try Ledger(path: folder + "/ledger.db", mode: .write)
    }

    /// - Parameter always: compares everything after each step, and not only now and then.
    func run(_ steps: [ModelStep], always: Bool = false) throws {
        for (number, step) in steps.enumerated() {
            self.step = number
            try take(step)
            if always { try compareAll() }
        }
        step = steps.count
        try compareAll()
        // A copy costs as much as all the steps before it.
        if steps.count.isMultiple(of: 4) { try copy() }
        try ledger.close()
    }

    private var time: String { "2031-06-01T\(10 + step / 60):\(10 + step % 60 % 50):00Z" }

    // MARK: Agreeing

    /// Holds an answer of the ledger, or the reason why there is none, against the model's.
    func agree<Answer: Equatable>(
        _ what: String, _ expected: () throws -> Answer, _ found: () throws -> Answer
    ) throws {
        func outcome(_ body: () throws -> Answer) throws -> Result<Answer, LedgerError> {
            do { return .success(try body()) } catch let error as LedgerError { return .failure(error) }
        }
        let (expected, found) = (try outcome(expected), try outcome(found))
        if case .failure = expected { refusals += 1 }
        guard expected != found else { return }
        throw Disagreement(step: step, what: what, expected: "\(expected)", found: "\(found)")
    }

    func agree<Answer: Equatable>(
        _ what: String, _ expected: Answer, _ found: @autoclosure () throws -> Answer
    ) throws {
        try agree(what, { expected }, found)
    }

    // MARK: Steps

    private func take(_ step: ModelStep) throws {
        switch step {
        case .add(let article):
            added.append(article)
            try add(article)
        case .addAgain(let number): if !added.isEmpty { try add(added[number % added.count]) }
        case .renew(let number, let article, let stage): try renew(number, article, stage)
        case .erase(let numbers): try erase(numbers)
        case .judge(let anchors): try judge(anchors)
        case .merge, .split, .keepApart, .undo: try decide(step)
        case .look(let number, let outcome):
            let look = Look(article: 1 + number % (model.articles.count + 1), time: time, outcome: outcome)
            model.note(look)
            try ledger.note(look)
        case .follow, .unfollow, .poll, .taken, .failed: try feed(step)
        case .search(let query, let page): try search(query, page: page)
        case .reopen:
            try ledger.close()
            ledger = try Ledger(path: ledger.path, mode: .write)
        case .copy: try copy()
        case .compare: try compareAll()
        }
    }

    private func add(_ article: SampleArticle) throws {
        let units = StoredUnits(
            version: "1", units: [.init(span: TextSpan(0, 1), statement: nil, vector: [0.5, -0.25, 1])])
        let expected = model.add(article, time: time)
        try agree(
            "adding", expected,
            ledger.add(
                article.capture, reading: article.reading, units: article.hasUnits ? units : nil,
                stages: ["tagger": "3"], at: time))
        if expected.change == .unchanged {
            model.noteFetched(article.capture, expected.revision)
            try ledger.noteFetched(article.capture, as: expected.revision)
        }
        places.formUnion(model.latest.compactMap { model.stored($0)?.place })
    }

    /// One of the revisions that are or were there, or the next that is not.
    private func key(_ number: Int) -> RevisionKey {
        let keys = model.articles.flatMap(\.revisions).map(\.key)
        let place = number % (keys.count + 1)
        return place < keys.count ? keys[place] : RevisionKey(article: model.articles.count + 1, number: 1)
    }

    private func renew(_ number: Int, _ other: SampleArticle, _ stage: Int) throws {
        let key = key(number)
        // Half of the new readings are the old ones but for some voices.
        let old = added.first { article in model.revision(key)?.capture == article.capture }
        var article = old ?? other
        if old != nil { article.said = number % 2 == 0 ? other.said : article.said.reversed() + other.said.prefix(1) }
        try agree(
            "renewing \(key)", { try model.renew(key, article.reading, stages: ["tagger": "\(stage)"]) },
            { try ledger.renew(key, reading: article.reading, stages: ["tagger": "\(stage)"], at: time) })
    }

    private func erase(_ numbers: [Int]) throws {
        var keys = numbers.map(key)
        // Every third time the whole article.
        if numbers[0] % 3 == 0 { keys = model.left.map(\.key).filter { $0.article == keys[0].article } }
        let reason = numbers[0] % 2 == 0 ? "asked" : nil
        try agree(
            "erasing \(keys)", { try model.erase(keys, reason: reason, time: time) },
            { try ledger.erase(keys, reason: reason, at: time) })
    }

    private func judge(_ anchors: [Int]) throws {
        let documents = anchors.map { model.revision(key($0))?.reading?.document.id ?? "sha256:none" }
        let judgement = Judgement(
            outcome: .true, evidence: [], time: time, claim: "claim \(step)",
            anchors: documents.map { .init(document: $0, span: TextSpan(0, 1)) })
        try agree("judging", model.judge(judgement), ledger.judge(judgement))
    }

    /// A source by its number, or one that is not there.
    private func source(_ number: Int) -> Int { 1 + number % (model.sources.count + 1) }

    private func decide(_ step: ModelStep) throws {
        switch step {
        case .merge(let numbers, let target):
            let (sources, target) = (numbers.map(source), source(target))
            try agree(
                "merging \(sources) into \(target)", { try model.merge(sources, into: target, time: time) },
                { try ledger.merge(sources, into: target, at: time) })
        case .split(let numbers, let others): try split(numbers, others)
        case .keepApart(let a, let b):
            let (a, b) = (source(a), source(b))
            try agree(
                "keeping \(a) and \(b) apart", { try model.keepApart(a, b, time: time) },
                { try ledger.keepApart(a, b, at: time) })
        case .undo(let number):
            let decision = 1 + number % (model.decisions.count + 1)
            try agree(
                "taking back \(decision)", { try model.undo(decision, time: time) },
                { try ledger.undo(decision, at: time) })
        default: break
        }
    }

    private func split(_ numbers: [Int], _ others: Bool) throws {
        var voices: [(revision: RevisionKey, voice: String)] = []
        if let first = model.speakers.isEmpty ? nil : model.speakers[numbers[0] % model.speakers.count] {
            let one = others ? model.speakers : model.speakers.filter { model.source($0) == model.source(first) }
            voices = numbers.map { one[$0 % one.count] }.map { ($0.revision, $0.id) }
        }
        if numbers[0] % 10 == 9 { voices.append((key(numbers[0]), "v9")) }
        try agree(
            "splitting \(voices)",
            {
                let made = try model.split(voices, time: time)
                return [made.decision, made.source]
            },
            {
                let made = try ledger.split(voices, at: time)
                return [made.decision, made.source]
            })
    }

    private func feed(_ step: ModelStep) throws {
        func feed(_ number: Int) -> String { "https://gull.example/feed-\(number % 3)" }
        switch step {
        case .follow(let number):
            try agree("following", model.follow(feed(number)), ledger.follow(feed(number), at: time))
        case .unfollow(let number):
            try agree("unfollowing", model.unfollow(feed(number)), ledger.unfollow(feed(number)))
        case .poll(let number, let outcome, let entries):
            guard !model.feeds.isEmpty else { return }
            let id = model.feeds[number % model.feeds.count].id
            let poll = FeedPoll(
                time: time, outcome: outcome, title: outcome == .read ? "Feed \(number)" : nil,
                entries: entries.map { .init(url: SampleArticle.url($0), title: "title \($0)") })
            try agree("polling", model.note(poll, ofFeed: id), ledger.note(poll, ofFeed: id))
        case .taken(let number, let article):
            guard !model.articles.isEmpty else { return }
            let article = 1 + article % model.articles.count
            model.noteTaken(SampleArticle.url(number), as: article, time: time)
            try ledger.noteTaken(SampleArticle.url(number), as: article, at: time)
        case .failed(let number):
            model.noteFailed(SampleArticle.url(number), time: time)
            try ledger.noteFailed(SampleArticle.url(number), reason: "no", at: time)
        default: break
        }
    }

    private func copy() throws {
        func lines(_ ledger: Ledger) throws -> [String] {
            var lines: [String] = []
            try ledger.dump { lines.append(String(decoding: $0, as: UTF8.self)) }
            return lines
        }
        let all = try lines(ledger)
        var rest = all[...]
        copies += 1
        let copy = try Ledger.restore(to: "\(folder)/copy-\(copies).db") { rest.popFirst().map { Array($0.utf8) } }
        try agree("the lines of the copy", all, lines(copy))
        try ledger.close()
        ledger = copy
    }
}
