import Glibc
import HearsayCore
import HearsayLedger

/// Makes a ledger of many articles out of one of few real ones, for `make bench`.
///
///     hearsay-bench vary LEDGER NEW-LEDGER COUNT
///
/// Each article of the old ledger gives affairs of which nobody else tells: every name, number and most content words are
/// replaced by others of the same length, alike throughout an affair, so that all spans stay. Each affair is told by one
/// to twelve articles of invented outlets within three days: copies, shortened ones, and some that are told in other words.
/// Sentence vectors are the old ones with their dimensions in an order that only the affair has, so that sentences of one
/// affair are as near as they were, and those of two affairs are not.
struct VariedArticles {
    let base: Ledger
    let path: String
    let count: Int

    private static let atOnce = 64
    private static let time = "2031-03-23T10:00:00Z"
    private static let longest = 12

    func run() throws {
        let articles = try base.latestRevisions().compactMap { key -> (Reading, StoredUnits)? in
            guard let reading = try base.reading(key), let units = try base.units(key) else { return nil }
            return (reading, units)
        }
        guard !articles.isEmpty else { return print("bench: the ledger has no articles") }
        let vocabulary = Vocabulary(articles.map(\.0.document.text))
        let ledger = try Ledger(path: path, mode: .create)
        var (made, affair, waiting) = (0, 0, [Addition]())
        while made < count {
            let (reading, units) = articles[affair % articles.count]
            var dice = Invention(seed: UInt64(affair) &* 977 &+ 5)
            let told = min(count - made, 1 + dice.dice(Self.longest))
            for number in 0..<told {
                let variation = Variation(affair: affair, number: number, vocabulary: vocabulary)
                waiting.append(try variation.addition(of: reading, units, stages: ["tagger": "1"]))
                if waiting.count == Self.atOnce {
                    _ = try ledger.add(waiting, at: Self.time)
                    waiting = []
                }
            }
            (made, affair) = (made + told, affair + 1)
        }
        _ = try ledger.add(waiting, at: Self.time)
        try ledger.close()
        print("vary articles=\(made) affairs=\(affair)")
    }
}

/// Words of real articles by their length and whether they are names.
private struct Vocabulary {
    private var words: [[[UInt8]]]

    init(_ texts: [SourceText]) {
        var seen = [Set<[UInt8]>](repeating: [], count: 64)
        for text in texts {
            Self.eachWord(of: text.utf8) { range, _ in
                guard let place = Self.place(text.utf8[range]) else { return }
                seen[place].insert(Array(text.utf8[range]))
            }
        }
        words = seen.map { $0.sorted { $0.lexicographicallyPrecedes($1) } }
    }

    /// A word in place of another one, the same for the same seed.
    func word(for old: ArraySlice<UInt8>, seed: UInt64) -> [UInt8]? {
        guard let place = Self.place(old), !words[place].isEmpty else { return nil }
        var hash = seed ^ 0xCBF2_9CE4_8422_2325
        for byte in old { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return words[place][Int((hash ^ hash >> 29) % UInt64(words[place].count))]
    }

    private static func place(_ word: ArraySlice<UInt8>) -> Int? {
        guard let first = word.first, (4..<32).contains(word.count) else { return nil }
        return word.count * 2 + (first & 0x20 == 0 ? 1 : 0)
    }

    static func eachWord(of bytes: [UInt8], _ body: (Range<Int>, Bool) -> Void) {
        var i = 0
        while i < bytes.count {
            let isDigit = bytes[i] &- 0x30 < 10
            guard isDigit || (bytes[i] | 0x20) &- 0x61 < 26 else {
                i += 1
                continue
            }
            let start = i
            while i < bytes.count, isDigit ? bytes[i] &- 0x30 < 10 : (bytes[i] | 0x20) &- 0x61 < 26 { i += 1 }
            body(start..<i, isDigit)
        }
    }
}

/// One article of one affair.
private struct Variation {
    let affair: Int
    let number: Int
    let vocabulary: Vocabulary

    /// Of so many lower-case words one stays as it is; and of so many one is changed again where an article re-tells.
    private static let (staying, retold): (UInt64, UInt64) = (3, 5)
    private var isRetold: Bool { number % 3 == 2 }

    private func changed(_ old: [UInt8]) -> [UInt8] {
        var bytes = old
        Vocabulary.eachWord(of: old) { range, isDigit in
            if isDigit {
                for i in range.dropFirst() {
                    bytes[i] = 0x30 + UInt8((Int(old[i]) * 7 + affair * 3 + i - range.lowerBound) % 10)
                }
                return
            }
            let isName = old[range.lowerBound] & 0x20 == 0
            let mix = old[range].reduce(UInt64(17)) { $0 &* 31 &+ UInt64($1) }
            if !isName, mix % Self.staying == 0 { return }
            guard let word = vocabulary.word(for: old[range], seed: UInt64(affair + 1) &* 0x9E37_79B9) else { return }
            bytes.replaceSubrange(range, with: word)
            if isRetold, !isName, (mix ^ UInt64(number)) % Self.retold == 0,
                let other = vocabulary.word(for: old[range], seed: UInt64(number + 1) &* 0x85EB_CA6B &+ UInt64(affair))
            {
                bytes.replaceSubrange(range, with: other)
            }
        }
        return bytes
    }

    private func changed(_ string: String?) -> String? {
        string.map { String(decoding: changed(Array($0.utf8)), as: UTF8.self) }
    }

    func addition(of old: Reading, _ units: StoredUnits, stages: [String: String]) throws -> Addition {
        var reading = old
        let text = SourceText(String(decoding: changed(old.document.text.utf8), as: UTF8.self))
        let address = "https://outlet\((affair * 7 + number * 13) % 400).example/\(affair)/\(number)"
        reading.document.id = "sha256:\(affair)-\(number)"
        reading.document.text = text
        (reading.document.url, reading.document.canonicalURL) = (address, nil)
        reading.document.outlet = .init(name: "Outlet \((affair * 7 + number * 13) % 400)", domain: nil)
        reading.document.headline = changed(old.document.headline)
        let day = CivilDay(number: 20_000 + affair % 2000 + number / 5)
        reading.document.published = "\(day)T\(10 + number % 5):\(10 + number):00Z"
        for place in reading.voices.indices {
            reading.voices[place].name = changed(old.voices[place].name)
            reading.voices[place].role = changed(old.voices[place].role)
            reading.voices[place].affiliation = changed(old.voices[place].affiliation)
        }
        var moved = units
        for place in moved.units.indices { moved.units[place].vector = turned(units.units[place].vector) }
        let capture = CaptureRecord(
            bytes: Array("<p>\(affair)-\(number)".utf8), origin: "invented", url: address,
            captured: "2031-03-22T09:00:00Z")
        return try Addition(capture, reading: reading, units: moved, stages: stages)
    }

    /// The numbers of a vector in an order that the affair has; a re-told sentence is turned a little besides.
    private func turned(_ vector: [Float]) -> [Float] {
        var dice = Invention(seed: UInt64(affair + 1) &* 0xC2B2_AE35)
        var order = Array(vector.indices)
        for i in order.indices.dropFirst() { order.swapAt(i, dice.dice(i + 1)) }
        var new = order.map { vector[$0] }
        guard isRetold else { return new }
        var own = Invention(seed: UInt64(number + 1) &* 0x27D4_EB2F &+ UInt64(affair))
        for i in new.indices { new[i] += Float(own.dice(2001) - 1000) / 1000 * 0.03 }
        let length = new.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? new.map { $0 / length } : new
    }
}
