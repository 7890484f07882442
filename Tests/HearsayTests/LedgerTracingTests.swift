import Foundation
import HearsayCore
import HearsayLedger
import Synchronization
import Testing

@testable import Hearsay

/// SplitMix64.
private struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite struct LedgerTracingTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-trace-\(UUID().uuidString)")

    private func desk() throws -> LedgerDesk {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try LedgerDesk(
            path: folder.appending(path: "news.db").path, mode: .create,
            keys: KeyFolder(path: folder.appending(path: "keys").path),
            clock: LedgerDesk.Clock(now: { "2026-03-10T12:00:00Z" }, today: { CivilDay(2026, 6, 1) }),
            fetcher: WebInput(version: "test")
        ) { ToyReader.engine }
    }

    private static let places = ["quay", "mill", "ferry", "dyke", "depot", "bridge", "silo", "court", "tunnel", "weir"]
    private static let syllables = ["bar", "den", "fir", "gol", "har", "kel", "lom", "mur"]
    private static let names = ["Ines Okoro", "Oda Lind", "Tomas Verrin", "Bela Croft", "Cyra Dale"]

    /// Tells one of many affairs, with some words of its own.
    private func add(
        _ number: Int, version: Int = 0, to desk: LedgerDesk, _ random: inout some RandomNumberGenerator
    ) throws {
        let affair = Int.random(in: 0..<40, using: &random)
        let place = "\(Self.places[affair % 10]) of Torvik\(affair)"
        let name = Self.names[Int.random(in: 0..<5, using: &random)]
        let count = Int.random(in: 2..<5, using: &random)
        let own = Self.syllables.map { Self.syllables[affair % 8] + Self.syllables[affair / 8] + $0 }
        let text = """
            The \(place) \(version)

            \(name): the \(place) will close for good by 2026-05-01

            \(name): \(count) hundred \(own.joined(separator: " ")) are lost, case \(number)

            """
        _ = try desk.add(
            ToyReader.item(
                text, url: "https://gull.example/\(number)", outlet: "Outlet \(number % 7)",
                published: "2026-02-\(10 + number % 9)"))
    }

    /// What is taken into a trace that is there gives what tracing every affair again gives.
    @Test func aTraceThatGrewIsTheOneMadeAtOnce() throws {
        let seed = UInt64.random(in: 0...(.max))
        var random = Dice(seed: seed)
        let desk = try desk()
        for number in 0..<220 { try add(number, to: desk, &random) }
        try desk.updateTrace()
        for round in 0..<3 {
            for _ in 0..<6 { try add(Int.random(in: 0..<260, using: &random), version: round + 1, to: desk, &random) }
            #expect(try LedgerTracing.changes(in: desk.ledger).map { !$0.isEmpty } == true, "seed \(seed)")
            try desk.updateTrace()
            #expect(try desk.ledger.traceStanding()?.isStale == false)
        }
        let grown = try desk.trace()
        try desk.tracing().extend(desk.ledger.traceNodes(), basis: desk.ledger.logSize())
        #expect(try desk.ledger.waitingNodes().count == grown.articles.count)
        try desk.updateTrace()
        let again = try self.desk()
        let anew = try again.trace()
        #expect(grown == anew, "seed \(seed)")
        #expect(Set(grown.claims.map(\.id)).count == grown.claims.count)
        #expect(grown.claims.contains { Set($0.members.map(\.article)).count > 1 })
    }

    /// An interrupted trace keeps what was traced, and goes on there.
    @Test func itGoesOnWhereItStopped() throws {
        let desk = try desk()
        for number in 0..<210 {
            let text =
                number.isMultiple(of: 2) ? "Ines Okoro: all berths of the quay are lost" : "Oda Lind: flour fell again"
            _ = try desk.add(
                ToyReader.item(
                    "Told\n\n\(text)\n", url: "https://gull.example/\(number)", outlet: "Gull", published: nil))
        }
        try desk.tracing().begin(basis: desk.ledger.logSize())
        let node = try #require(try desk.ledger.traceNodes().first)
        try desk.tracing().traceWaiting([node.id]) { try desk.ledger.neighbours(of: $0) }
        let waiting = try desk.ledger.waitingNodes().count
        #expect(0 < waiting && waiting < 210)
        #expect(try desk.ledger.traceStanding()?.isStale == true)
        try desk.updateTrace()
        #expect(try desk.ledger.waitingNodes().isEmpty && desk.ledger.traceStanding()?.isStale == false)
        let trace = try #require(try desk.ledger.trace()).trace
        #expect(trace.articles.count == 210)
    }

    /// What is asked of one claim or article is read with its affair alone, and is what the whole trace tells of it.
    @Test func anAffairIsReadByItself() throws {
        var random = Dice(seed: 11)
        let desk = try desk()
        for number in 0..<60 { try add(number, to: desk, &random) }
        try desk.updateTrace()
        let whole = try self.desk().trace()
        for claim in whole.claims.prefix(20) {
            let part = try #require(try desk.trace(ofClaim: claim.id))
            #expect(part.claims.first { $0.id == claim.id } == claim)
            #expect(try desk.trace(ofClaim: String(claim.id.dropLast()))?.claims == part.claims)
            let article = try #require(claim.members.first?.article)
            #expect(try desk.trace(ofArticle: article) == part)
            #expect(try desk.texts(of: part).keys.sorted() == part.articles.map(\.id).sorted())
            #expect(try desk.claim(claim.id)?.claim == claim)
        }
        #expect(try desk.trace(ofClaim: "c") == nil && desk.trace(ofClaim: "nothing") == nil)
        #expect(try desk.trace(ofArticle: "a999") == nil && desk.cached.withLock { $0 == nil })
    }
}
