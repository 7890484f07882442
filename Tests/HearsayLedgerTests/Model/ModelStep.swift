import HearsayCore

@testable import HearsayLedger

/// One thing that is done to a ledger and to the model of it.
///
/// Steps name things by numbers that are taken modulo what there is when they are done, so that a sequence stays one when
/// steps are cut out of it.
enum ModelStep {
    case add(SampleArticle)
    /// What was added before, again.
    case addAgain(Int)
    /// The same address with other words, or with those of an earlier time.
    case renew(Int, SampleArticle, stage: Int)
    case erase([Int])
    case judge(anchors: [Int])
    case merge([Int], Int)
    case split([Int], others: Bool)
    case keepApart(Int, Int)
    case undo(Int)
    case look(Int, Look.Outcome)
    case follow(Int)
    case unfollow(Int)
    case poll(Int, StoredFeed.Outcome, entries: [Int])
    case taken(Int, Int)
    case failed(Int)
    case search(SearchQuery, page: Int)
    case reopen
    /// Everything is written out and taken in again; the copy is used from then on.
    case copy
    case compare
}

extension ModelStep {
    /// The steps that a seed stands for.
    static func sequence(seed: UInt64) -> [ModelStep] {
        var dice = Dice(state: seed)
        return (0..<10 + dice.next(31)).map { _ in step(&dice) }
    }

    private static func step(_ dice: inout Dice) -> ModelStep {
        let number = dice.next(1000)
        switch dice.next(100) {
        case 0..<30: return .add(.drawn(&dice))
        case 30..<36: return .addAgain(number)
        case 36..<45: return .renew(number, .drawn(&dice), stage: 3 + dice.next(2))
        case 45..<51: return .erase((0...dice.next(3)).map { _ in dice.next(1000) })
        case 51..<54: return .judge(anchors: (0..<dice.next(3)).map { _ in dice.next(1000) })
        case 54..<61: return .merge((0...dice.next(2)).map { _ in dice.next(1000) }, number)
        case 61..<68: return .split((0...dice.next(3)).map { _ in dice.next(1000) }, others: dice.next(8) == 0)
        case 68..<71: return .keepApart(number, dice.next(1000))
        case 71..<79: return .undo(number)
        case 79..<82: return .look(number, Look.Outcome.allCases[dice.next(4)])
        case 82..<87: return feed(number, &dice)
        case 87..<95: return .search(.drawn(&dice), page: 1 + dice.next(4))
        case 95..<97: return .reopen
        case 97: return .copy
        default: return .compare
        }
    }

    private static func feed(_ number: Int, _ dice: inout Dice) -> ModelStep {
        switch dice.next(8) {
        case 0...1: .follow(number)
        case 2: .unfollow(number)
        case 3...5:
            .poll(
                number, [.read, .read, .unchanged, .failed, .gone][dice.next(5)],
                entries: (0..<dice.next(3)).map { _ in dice.next(1000) })
        case 6: .taken(number, dice.next(1000))
        default: .failed(number)
        }
    }
}

// MARK: What is drawn

extension SampleArticle {
    static let words = ["quay", "harbour", "gate", "pilots", "night", "tide", "quarry", "café"]
    static let outlets = ["The Gull", "The Bay Courier", "The Plover"]
    static let people = [
        "Ines Okoro", "Inés Okoro", "Ines Okoro-Lind", "I. Okoro", "Rustem Umerov", "Rustem Umarov", "Rustem Umierov",
        "Petra Lind", "Mayor Petra Lind", "Noor Abara",
    ]
    static let bodies = [
        "Vyorstka", "Вёрстка", "Verstka", "The Gull", "Gull", "Harbour Ministry", "Ministry of Harbours",
    ]
    static let affiliations = [
        "Ministry of Harbours", "the Harbours Office", "University of the Bay", "Bay University", "Osprey Board",
    ]
    static let roles = ["an official", "an aide", "the mayor"]

    static func url(_ number: Int) -> String { "https://gull.example/\(number % 6)" }

    /// An article of few words, so that much of it is in others too.
    static func drawn(_ dice: inout Dice) -> SampleArticle {
        var article = SampleArticle()
        article.url = dice.next(8) == 0 ? nil : url(dice.next(6))
        article.outlet = outlets[dice.next(3)]
        article.published = dice.next(4) == 0 ? nil : "2031-03-0\(1 + dice.next(6))" + ["", "T10:00:00Z"][dice.next(2)]
        article.headline = dice.next(5) == 0 ? nil : "\(words[dice.next(8)]) closes"
        article.facts = dice.next(6) == 0 ? ["outlet": article.outlet] : [:]
        article.captured = "2031-03-\(12 + dice.next(5))T09:00:00Z"
        if dice.next(4) == 0 { article.exchange = .init(status: 200) }
        if dice.next(4) == 0 {
            article.archive = .init(file: "a.warc", offset: 0, date: "2031-03-\(10 + dice.next(9))T09:00:00Z")
        }
        article.hasUnits = dice.next(5) == 0
        article.said = (0..<dice.next(5)).map { place in .drawn(&dice, place: place) }
        return article
    }
}

extension SampleArticle.Said {
    fileprivate static func drawn(_ dice: inout Dice, place: Int) -> SampleArticle.Said {
        var said = SampleArticle.Said(content: "")
        switch dice.next(10) {
        case 0..<6: said.name = SampleArticle.people[dice.next(SampleArticle.people.count)]
        case 6: (said.kind, said.name) = (.outlet, SampleArticle.bodies[dice.next(5)])
        case 7: (said.kind, said.name) = (.organisation, SampleArticle.bodies[dice.next(7)])
        case 8: said.kind = .unspecified
        default: break
        }
        if said.kind != .unspecified {
            if dice.next(3) == 0 { said.affiliation = SampleArticle.affiliations[dice.next(5)] }
            if dice.next(3) == 0 { said.role = SampleArticle.roles[dice.next(3)] }
        }
        said.content = (0...dice.next(3)).map { _ in SampleArticle.words[dice.next(8)] }.joined(separator: " ")
        said.certainty = dice.next(3) == 0 ? .likely : nil
        said.due = dice.next(4) == 0 ? nil : .drawn(&dice)
        said.said = dice.next(4) == 0 ? .drawn(&dice) : nil
        said.stance = [.asserts, .denies, .urges][dice.next(3)]
        said.isRelayed = dice.next(4) == 0
        said.speaker = dice.next(4) == 0 ? dice.next(place + 1) : nil
        return said
    }
}

extension DayInterval {
    /// Some days from 2031-02-26 on.
    fileprivate static func drawn(_ dice: inout Dice) -> DayInterval {
        let start = 22_337 + dice.next(12)
        return DayInterval(CivilDay(number: start), CivilDay(number: start + dice.next(6)))
    }
}

extension SearchQuery {
    private static let words = [
        "", "", "quay", "qua", "harbour gate", "quay night", "okoro", "INES", "rustem ume", "cafe", "official",
        "closes",
        "said", "the gull", "nowhere", "bay", "ministry", "tide okoro",
    ]

    fileprivate static func drawn(_ dice: inout Dice) -> SearchQuery {
        var query = SearchQuery(words[dice.next(words.count)])
        if dice.next(3) == 0 { query.scopes = [Scope.allCases[dice.next(3)], Scope.allCases[dice.next(3)]] }
        if dice.next(4) == 0 { query.source = dice.next(8) }
        if dice.next(4) == 0 { query.outlet = ["the gull", "THE BAY COURIER", "Nobody"][dice.next(3)] }
        if dice.next(6) == 0 { query.stance = [.asserts, .denies, .urges, .asks][dice.next(4)] }
        if dice.next(6) == 0 { query.said = .drawn(&dice) }
        if dice.next(6) == 0 { query.due = .drawn(&dice) }
        if dice.next(6) == 0 { query.isUnnamed = dice.next(2) == 0 }
        if dice.next(6) == 0 { query.isRelayed = dice.next(2) == 0 }
        return query
    }
}
