import Glibc
import HearsayCore
import HearsayLedger

/// Measures a ledger of invented articles, for `make bench`.
///
///     hearsay-bench ledger PATH STATEMENTS      makes a ledger of so many statements, unless it is there, and asks it
///
/// Words and names are drawn as in real text: few are common, most are rare (Zipf). Sentence vectors are random.
struct LedgerBench {
    let path: String
    let statements: Int

    private static let perArticle = 12
    /// Articles that are stored together, as `hearsay add` stores those that are ready.
    private static let atOnce = 64
    private static let vectors = 384
    private static let time = "2031-03-23T10:00:00Z"

    func run() throws {
        if access(path, F_OK) != 0 { try make() }
        try ask()
    }

    // MARK: Making

    private func make() throws {
        let ledger = try Ledger(path: path, mode: .create)
        var invention = Invention(seed: 1)
        var (done, preparing, storing, began) = (0, 0.0, 0.0, Self.wall())
        while done < statements {
            let articles = (0..<Self.atOnce).map { _ in
                invention.article(statements: Self.perArticle, width: Self.vectors)
            }
            let start = Self.cpu()
            let additions = try articles.map { capture, reading, units in
                try Addition(capture, reading: reading, units: units, stages: ["tagger": "1"])
            }
            preparing += Self.cpu() - start
            _ = try ledger.add(additions, at: Self.time)
            storing += Self.cpu() - start
            done += articles.reduce(0) { $0 + $1.1.statements.count }
            if Self.wall() - began > 10 {
                began = Self.wall()
                print("bench: \(done) statements, \(Int(Double(done) / storing)) a CPU-second")
            }
        }
        try ledger.close()
        print(
            "store statements=\(done) statements_per_cpu_second=\(Int(Double(done) / storing)) of_which_outside_the_ledger=\(Int(100 * preparing / storing))%"
        )
    }

    // MARK: Asking

    private func ask() throws {
        var start = Self.wall()
        let ledger = try Ledger(path: path, mode: .write)
        print("open milliseconds=\(Self.milliseconds(Self.wall() - start))")
        let counts = try ledger.counts()
        let captures = try ledger.captureBytes()
        let size = try Self.size(of: path) - captures
        print(
            "size statements=\(counts.statements) bytes_per_statement_without_captures=\(size / max(1, counts.statements))"
        )

        var invention = Invention(seed: 2)
        try measure("search one word") {
            _ = try ledger.search(SearchQuery(invention.word()), limit: 50)
        }
        try measure("search two words") {
            _ = try ledger.search(SearchQuery(invention.word() + " " + invention.word()), limit: 50)
        }
        try measure("search a name") { _ = try ledger.search(SearchQuery(invention.name()), limit: 50) }
        try measure("search with filters") {
            var query = SearchQuery(invention.word())
            (query.stance, query.isUnnamed) = (.asserts, false)
            _ = try ledger.search(query, limit: 50)
        }
        try measure("source page") {
            guard let source = try ledger.sources(named: invention.name()).first else { return }
            _ = try ledger.source(source.id, voices: 50, limit: 50)
        }
        try measure("article page") {
            let key = RevisionKey(article: 1 + invention.dice(counts.articles), number: 1)
            _ = try ledger.article(key.article)
            _ = try ledger.revisions(of: key.article)
            _ = try ledger.reading(key)
            _ = try ledger.voiceSources(key)
        }
        start = Self.wall()
        if try ledger.indexMeanings() { print("index of meanings seconds=\(Int(Self.wall() - start))") }
        let vector = invention.vector(Self.vectors)
        try measure("search by meaning", runs: 10) { _ = try ledger.nearest(to: vector, version: "1", limit: 20) }
        start = Self.wall()
        try ledger.close()
    }

    private func measure(_ what: String, runs: Int = 300, _ body: () throws -> Void) throws {
        var times: [Double] = []
        for _ in 0..<runs {
            let start = Self.wall()
            try body()
            times.append(Self.wall() - start)
        }
        times.sort()
        let (median, late) = (times[runs / 2], times[min(runs - 1, runs * 99 / 100)])
        print("\(what) milliseconds_median=\(Self.milliseconds(median)) p99=\(Self.milliseconds(late))")
    }

    private static func milliseconds(_ seconds: Double) -> Double { (seconds * 10_000).rounded() / 10 }

    private static func size(of path: String) throws -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    private static func wall() -> Double { seconds(CLOCK_MONOTONIC) }
    private static func cpu() -> Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// Invents articles, always the same for a seed.
struct Invention {
    private var state: UInt64
    private var number = 0
    private static let syllables = [
        "ba", "den", "fir", "gol", "har", "ik", "jun", "kel", "lor", "mos", "nar", "ost", "pel", "quin", "ros", "sel",
        "tam", "ur", "vel", "wic", "yar", "zon",
    ]

    init(seed: UInt64) { state = seed }

    mutating func dice(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(max(1, bound)))
    }

    /// A rank below `count`, of which low ones are drawn as often as the most common words of a language.
    private mutating func zipf(_ count: Int) -> Int {
        let share = (Double(dice(1 << 30)) + 0.5) / Double(1 << 30)
        return min(count - 1, Int(exp(share * log(Double(count)))) - 1)
    }

    private static func spell(_ rank: Int) -> String {
        var (rest, word) = (rank + 22, "")
        while rest > 0 {
            word += syllables[rest % syllables.count]
            rest /= syllables.count
        }
        return word
    }

    mutating func word() -> String { Self.spell(zipf(60_000)) }

    mutating func name() -> String {
        let rank = zipf(40_000)
        return "\(Self.spell(rank % 900).capitalizedFirst) \(Self.spell(rank * 7 + 13).capitalizedFirst)"
    }

    mutating func vector(_ width: Int) -> [Float] { (0..<width).map { _ in Float(dice(2001) - 1000) / 20_000 } }

    private mutating func words(_ count: Int) -> String {
        (0..<count).map { _ in word() }.joined(separator: " ")
    }

    mutating func article(statements: Int, width: Int) -> (CaptureRecord, Reading, StoredUnits) {
        number += 1
        var text = words(8) + "\n\n"
        var (voices, said, units) = ([Voice](), [Statement](), [StoredUnits.Unit]())
        let body = text.utf8.count
        func add(_ words: String) -> TextSpan {
            let start = text.utf8.count
            text += words
            return TextSpan(start, text.utf8.count)
        }
        for index in 0..<statements {
            let plain = add(words(18) + ".")
            units.append(.init(span: plain, statement: nil, vector: vector(width)))
            _ = add(" ")
            let voice = index < 6 || voices.isEmpty ? voices.count : dice(voices.count)
            if voice == voices.count {
                var new = Voice(id: "v\(voice + 1)", kind: .person)
                if dice(6) > 0 { new.name = name() } else { (new.role, new.anonymous) = ("an official", true) }
                voices.append(new)
            }
            let source = add(voices[voice].name ?? "an official")
            voices[voice].mentions.append(source)
            _ = add(" ")
            let cue = add("said")
            _ = add(" ")
            let content = add(words(20))
            _ = add(".\n")
            said.append(
                Statement(
                    id: "s\(index + 1)", source: [source], cue: [cue], content: [content], voice: voices[voice].id))
            units.append(.init(span: content, statement: index, vector: vector(width)))
        }
        var document = Document(id: "sha256:\(number)", text: SourceText(text))
        (document.url, document.headline) = ("https://gull.example/\(number)", "Article \(number)")
        document.published = CivilDay(number: 20_000 + number % 3000).description
        document.outlet = .init(name: "Outlet \(number % 200)", domain: nil)
        document.body = TextSpan(body, text.utf8.count)
        let capture = CaptureRecord(
            bytes: Array("<p>\(number)".utf8), origin: "invented", url: document.url, captured: "2031-03-22T09:00:00Z")
        return (
            capture, Reading(document: document, voices: voices, statements: said),
            StoredUnits(version: "1", units: units)
        )
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
