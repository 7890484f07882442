import Foundation
import HearsayCore

@testable import Hearsay

/// A reader without an encoder, for tests of what is around it: each line "NAME: words" is a statement of NAME, and
/// "by 2026-05-01" in it makes it a forecast. A name in brackets is a description of somebody unnamed.
enum ToyReader {
    static let engine = ReadingEngine(
        capture: ReadingEngine.capturing().capture, read: { read($0) }, vectors: { $0.map(vector) })

    static func item(_ text: String, url: String? = nil, outlet: String? = nil, published: String? = nil) -> InputItem {
        InputItem(
            origin: "test", content: .text(text),
            facts: ArticleFacts(url: url, outlet: outlet, published: published))
    }

    private static func read(_ document: Document) -> Reading {
        var (voices, statements) = ([Voice](), [Statement]())
        var start = 0
        for line in document.text.string.split(separator: "\n", omittingEmptySubsequences: false) {
            defer { start += line.utf8.count + 1 }
            guard let colon = line.firstIndex(of: ":") else { continue }
            let name = String(line[..<colon])
            let from = start + name.utf8.count + 2
            let content = TextSpan(from, start + line.utf8.count)
            let voice = voices.first { ($0.name ?? $0.role) == name } ?? Self.voice(name, number: voices.count + 1)
            if !voices.contains(voice) { voices.append(voice) }
            var statement = Statement(
                id: "s\(statements.count + 1)", source: [TextSpan(start, start + name.utf8.count)], cue: [],
                content: [content], voice: voice.id)
            if let by = line.range(of: "by 20") {
                let day = CivilDay(iso: String(line[by.lowerBound...].dropFirst(3).prefix(10)))
                statement.forecast = Forecast(due: day.map { DayInterval($0, $0) }, certainty: .certain)
            }
            if line.contains(" not ") { statement.stance = .denies }
            statements.append(statement)
        }
        return Reading(document: document, voices: voices, statements: statements)
    }

    private static func voice(_ name: String, number: Int) -> Voice {
        var voice = Voice(id: "v\(number)", kind: .person)
        if name.hasPrefix("[") { (voice.role, voice.anonymous) = (name, true) } else { voice.name = name }
        return voice
    }

    /// A bag of words, each a direction of its own in 384 places, scaled to length 1.
    private static func vector(_ text: String) -> [Float] {
        var vector = [Float](repeating: 0, count: 384)
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            var hash = word.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
            for place in vector.indices {
                hash = hash &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                vector[place] += hash >> 63 == 0 ? 1 : -1
            }
        }
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? vector.map { $0 / length } : vector
    }
}
