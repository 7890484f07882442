import Foundation
import HearsayCore
import HearsayLedger
import Testing

/// Invented articles of one sentence, each with words of its own.
private enum Nights {
    static func headline(_ number: Int) -> String { "Night \(number) on the quay" }

    /// A word that stands in one article only.
    static func word(_ number: Int) -> String { "plover\(number)q" }

    static func lines(_ numbers: Range<Int>) -> String {
        numbers.map { number in
            """
            {"url": "https://gull.example/\(number)", "outlet": "The Gull", "published": "2026-03-01", "headline": \
            "\(headline(number))", "text": "The quay will close for \(number) nights, Mayor Ines Okoro of the \
            \(word(number)) board said."}

            """
        }.joined()
    }
}

extension LedgerFolder {
    /// Adds articles in peace.
    fileprivate func fill(_ numbers: Range<Int>) throws {
        try Data(Nights.lines(numbers).utf8).write(to: folder.appending(path: "fill.jsonl"))
        let run = try run("add", "--jobs", "2", "fill.jsonl")
        try #require(run.status == 0, "\(run.errors)")
    }

    /// The titles of the articles by their numbers; none where there is no ledger.
    fileprivate func titles() throws -> [Int: String] {
        let list = try run("list", "--format", "json", "--limit", "100000")
        if list.status == 10 { return [:] }
        try #require(list.status == 0, "\(list.errors)")
        let articles = try JSONReader.value(of: Array(list.output.utf8))["articles"]?.elements ?? []
        return Dictionary(
            articles.compactMap { article in
                article["id"]?.integer.flatMap { id in article["title"]?.string.map { (id, $0) } }
            }
        ) { first, _ in first }
    }

    fileprivate func open() throws -> Ledger {
        try Ledger(path: folder.appending(path: "hearsay.db").path, mode: .write)
    }
}

/// `hearsay add`, also while it makes the ledger: what has a line is in.
struct AddingVictim: Victim {
    static let name = "add"
    static let lifetime = 10
    private static let most = 4

    private let ledger: LedgerFolder
    private var added: Set<String> = []

    init(_ ledger: LedgerFolder) { self.ledger = ledger }

    /// Some new articles after those that may be there already.
    mutating func arguments(round: Int) throws -> [String] {
        let articles = Nights.lines(max(0, round - 1) * Self.most..<(round + 1) * Self.most)
        try Data(articles.utf8).write(to: ledger.folder.appending(path: "articles.jsonl"))
        return ["add", "--jobs", "2", "articles.jsonl"]
    }

    mutating func check(_ run: KilledRun) throws -> Int {
        let said = run.lines.compactMap { line in
            line.firstMatch(of: /^[a-z]+ \d+: The Gull: (.*)$/).map { String($0.1) }
        }
        added.formUnion(said)
        let lost = added.subtracting(try ledger.titles().values)
        #expect(lost.isEmpty, "lost: \(lost)")
        return said.count
    }
}

/// `hearsay reread`: every article has its old reading or its new one, and a run that ended renewed them all.
struct RereadingVictim: Victim {
    static let name = "reread"
    private static let articles = 8

    private let ledger: LedgerFolder
    private let stages: [String: String]
    private let readings: [RevisionKey: Reading]

    init(_ ledger: LedgerFolder) throws {
        self.ledger = ledger
        try ledger.fill(0..<Self.articles)
        let file = try ledger.open()
        stages = try #require(try file.revisions(of: 1).first).stages
        readings = Dictionary(
            uniqueKeysWithValues: try file.allRevisions().map { ($0, try #require(try file.reading($0))) })
        try #require(readings.count == Self.articles)
    }

    /// Puts readings in that an older version made.
    mutating func arguments(round: Int) throws -> [String] {
        let file = try ledger.open()
        for (key, reading) in readings {
            var old = reading
            old.document.headline = "Old \(round)"
            try file.renew(key, reading: old, stages: ["reading": "old"], at: "2026-03-02T00:00:00Z")
        }
        return ["reread", "--jobs", "2"]
    }

    mutating func check(_ run: KilledRun) throws -> Int {
        let titles = try ledger.titles()
        let file = try ledger.open()
        let left = Set(try file.revisions(notReadBy: stages))
        for (key, reading) in readings {
            let stored = try #require(try file.reading(key), "the reading of \(key) is gone")
            #expect(left.contains(key) || stored == reading, "the reading of \(key) is none of the two")
            #expect(titles[key.article] == stored.document.headline)
        }
        #expect(run.wasKilled || left.isEmpty, "it ended, but did not renew \(left)")
        return run.wasKilled ? 0 : Self.articles
    }
}

/// `hearsay erase`: what it said to be erased is gone for good, in every file, and the rest is whole.
struct ErasingVictim: Victim {
    static let name = "erase"
    static let lifetime = 10

    private let ledger: LedgerFolder
    private var (alive, erased) = (Set<Int>(), Set<Int>())
    private var target = 0

    /// One article more than there are kills.
    init(_ ledger: LedgerFolder) throws {
        self.ledger = ledger
        try ledger.fill(1..<Self.lifetime + 2)
        // Articles go in in the order of their lines, so each has its number.
        alive = Set(try ledger.titles().keys)
        try #require(alive == Set(1..<Self.lifetime + 2))
        _ = try ledger.run("log", "checkpoint")
    }

    mutating func arguments(round: Int) throws -> [String] {
        target = try #require(alive.min())
        return ["erase", String(target), "--yes"]
    }

    mutating func check(_ run: KilledRun) throws -> Int {
        let titles = try ledger.titles()
        let isSaid = run.lines.contains { $0.hasPrefix("erased article \(target), ") }
        #expect(!isSaid || titles[target] == nil, "article \(target) was said to be erased, and is there")
        if titles[target] == nil {
            alive.remove(target)
            erased.insert(target)
            // What is gone, but was not said to be, may have left pieces, which the next purge takes.
            if !isSaid { #expect(try ledger.run("erase", "--purge").status == 0) }
        }
        #expect(titles == Dictionary(uniqueKeysWithValues: alive.map { ($0, Nights.headline($0)) }))
        for number in erased { try expectNothing(of: number) }
        return isSaid ? 1 : 0
    }

    private func expectNothing(of number: Int) throws {
        for suffix in ["", "-wal"] {
            guard let bytes = try? Data(contentsOf: ledger.folder.appending(path: "hearsay.db" + suffix)) else {
                continue
            }
            #expect(
                bytes.range(of: Data(Nights.word(number).utf8)) == nil, "words of article \(number) are in \(suffix)")
        }
    }
}

/// `hearsay log checkpoint`, also while it makes the key: a note that was printed is remembered, and its key stays.
struct SigningVictim: Victim {
    static let name = "log checkpoint"

    private let ledger: LedgerFolder
    private var size = 0
    private var key: String?
    private var keys: URL { ledger.folder.appending(path: ".local/share/hearsay/logs") }

    init(_ ledger: LedgerFolder) throws {
        self.ledger = ledger
        try ledger.fill(0..<1)
    }

    /// Another entry to sign, every third time by a key that is not made yet.
    mutating func arguments(round: Int) throws -> [String] {
        let file = try ledger.open()
        let revision = RevisionKey(article: 1, number: 1)
        let reading = try #require(try file.reading(revision))
        try file.renew(revision, reading: reading, stages: ["round": "\(round)"], at: "2026-03-02T00:00:00Z")
        if round % 3 == 0 {
            try? FileManager.default.removeItem(at: keys)
            (size, key) = (0, nil)
        }
        return ["log", "checkpoint"]
    }

    mutating func check(_ run: KilledRun) throws -> Int {
        // A note ends with its signatures, after an empty line.
        let parts = run.output.components(separatedBy: "\n\n")
        let isSaid = parts.count == 2 && parts[1].hasPrefix("\u{2014} ") && parts[1].hasSuffix("\n")
        if isSaid { size = try #require(Int(parts[0].split(separator: "\n")[1])) }
        let show = try ledger.json("log", "show", "--format", "json")
        #expect(show["signedSize"]?.integer ?? 0 >= size, "a checkpoint of \(size) was printed, and is not remembered")
        #expect(!isSaid || show["checkpoint"]?.string == run.output)
        let now = show["verifierKey"]?.string
        #expect(key == nil || now == key, "the key is another one")
        key = now
        if isSaid { try expectOrder() }
        return isSaid ? 1 : 0
    }

    /// Nothing unfinished is left, or taken for a key.
    private func expectOrder() throws {
        for log in try FileManager.default.contentsOfDirectory(atPath: keys.path) {
            let names = try FileManager.default.contentsOfDirectory(atPath: keys.appending(path: log).path)
            #expect(names.sorted() == ["checkpoint", "key", "lock"])
        }
    }
}
