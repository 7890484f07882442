import Foundation
import HearsayCore
import Synchronization
import Testing

@testable import Hearsay

/// A desk over a ledger in a folder of its own, with a reader that needs no encoder.
@Suite struct LedgerDeskTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-desk-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func desk(_ name: String = "news.db", mode: LedgerDesk.Mode = .create) throws -> LedgerDesk {
        try LedgerDesk(
            path: folder.appending(path: name).path, mode: mode,
            keys: KeyFolder(path: folder.appending(path: "keys").path),
            clock: LedgerDesk.Clock(now: { "2026-03-10T12:00:00Z" }, today: { CivilDay(2026, 6, 1) }),
            fetcher: WebInput(version: "test")
        ) { ToyReader.engine }
    }

    private static let gull =
        "The quay\n\nInes Okoro: the north quay will close for good by 2026-05-01\n\n[an official]: three hundred berths are lost at the north quay\n"
    private static let mercury = "Quay again\n\nInes Okoro: the north quay will close for good by 2026-05-01\n"

    private func filled() throws -> LedgerDesk {
        let desk = try desk()
        _ = try desk.add(
            ToyReader.item(Self.gull, url: "https://gull.example/1", outlet: "The Gull", published: "2026-03-01"))
        _ = try desk.add(
            ToyReader.item(Self.mercury, url: "https://mercury.example/1", outlet: "Mercury", published: "2026-03-02"))
        return desk
    }

    @Test func anArticleGoesInOnceAndItsChangeIsARevision() throws {
        let desk = try filled()
        let same = ToyReader.item(Self.gull, url: "https://gull.example/1", outlet: "The Gull", published: "2026-03-01")
        #expect(try desk.add(same).change == .unchanged)
        let changed = ToyReader.item(
            Self.gull + "\nA note.\n", url: "https://gull.example/1", outlet: "The Gull", published: "2026-03-01")
        let added = try desk.add(changed)
        #expect(added.change == .revised && added.article == 1 && added.revision == 2)
        let detail = try #require(try desk.article(1, revision: nil))
        #expect(detail.revisions.map(\.number) == [2, 1] && detail.revision.number == 2)
        #expect(try desk.article(1, revision: 1)?.reading.document.text.string == Self.gull)
        #expect(try desk.capture(1, revision: 1) == Array(Self.gull.utf8))
        #expect(try desk.article(9, revision: nil) == nil)
        #expect(try desk.articles(limit: 10, after: nil).map(\.id) == [2, 1])
    }

    @Test func aClaimIsFollowedToItsVoice() throws {
        let desk = try filled()
        let article = try #require(try desk.article(2, revision: nil))
        let id = try #require(article.claims["s1"])
        let claim = try #require(try desk.claim(id))
        #expect(Set(claim.places.map(\.article.id)) == [1, 2])
        #expect(claim.places.allSatisfy { $0.words.contains("north quay will close") })
        let source = try #require(try claim.places.first?.source.flatMap { try desk.source($0) })
        #expect(source.summary.label == "Ines Okoro" && source.utterances.count == 2)
        #expect(try desk.claim(String(id.prefix(6)))?.claim.id == id)
        #expect(try desk.claim("c") == nil)
    }

    @Test func claimsKeepTheirIDsWhenArticlesCome() throws {
        let desk = try filled()
        let before = try desk.trace().claims.map(\.id)
        _ = try desk.add(
            ToyReader.item(
                "Weather\n\nOda Lind: it will rain in the hills\n", url: "https://gull.example/2",
                published: "2026-03-09"))
        let after = try desk.trace().claims.map(\.id)
        #expect(Set(before).isSubset(of: after))
        #expect(try self.desk(mode: .read).trace().claims.map(\.id) == after)
    }

    @Test func aForecastIsSettledAndTakenBack() throws {
        let desk = try filled()
        let item = try #require(try desk.due().first)
        #expect(item.state == .overdue && item.voice == "Ines Okoro")
        try desk.settle(item.claim.id, outcome: .false, evidence: ["https://gull.example/9"], judge: "Oda Lind")
        #expect(try desk.due().first?.state == .settled)
        let source = try desk.source(named: "ines OKORO")
        #expect(source.record?.isFalse == 1 && source.record?.interval != nil)
        #expect(try desk.claim(item.claim.id)?.judgements.first?.judge == "Oda Lind")
        try desk.settle(item.claim.id, outcome: .open, evidence: ["too early"], judge: nil)
        #expect(try desk.due().first?.state == .overdue)
        #expect(try desk.claim(item.claim.id)?.judgements.count == 2)
        #expect(try desk.verify().holds)
    }

    @Test func whatCannotBeSettledIsRefused() throws {
        let desk = try filled()
        let other = try #require(try desk.trace().claims.first { $0.forecast == nil })
        #expect(throws: DeskError.self) { try desk.settle(other.id, outcome: .true, evidence: ["x"], judge: nil) }
        let forecast = try #require(try desk.due().first?.claim.id)
        #expect(throws: DeskError.self) { try desk.settle(forecast, outcome: .true, evidence: [" \n"], judge: nil) }
        #expect(throws: DeskError.self) { try desk.settle("c123456789a", outcome: .true, evidence: ["x"], judge: nil) }
        #expect(try desk.log(limit: 10).size == 4)
    }

    @Test func theLogIsHeldAgainstItsLastCheckpoint() throws {
        let desk = try filled()
        #expect(
            try desk.verify()
                == LogVerification(entries: 4, root: try desk.log(limit: 0).root, anchor: .itself, findings: []))
        let path = folder.appending(path: "news.db").path
        try FileManager.default.copyItem(atPath: path, toPath: folder.appending(path: "old.db").path)
        for part in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + part) {
            try FileManager.default.copyItem(atPath: path + part, toPath: folder.appending(path: "old.db" + part).path)
        }
        _ = try desk.add(ToyReader.item("Tide\n\nOda Lind: the tide was high\n", url: "https://gull.example/3"))
        let note = try desk.checkpoint()
        #expect(try desk.verify().anchor == .checkpoint(size: 6))
        #expect(try desk.proof(ofEntry: 5).contains(note))
        let old = try self.desk("old.db", mode: .write)
        let result = try old.verify()
        #expect(!result.holds && result.findings.first?.text.contains("older copy") == true)
        #expect(throws: DeskError.self) { try old.checkpoint() }
    }

    @Test func anAmbiguousOrUnknownSourceIsRefused() throws {
        let desk = try filled()
        _ = try desk.add(ToyReader.item("More\n\nMara Okoro: no comment on anything\n", url: "https://gull.example/4"))
        #expect { try desk.source(named: "okoro") } throws: { ($0 as? DeskError)?.code == .invalid }
        #expect { try desk.source(named: "nobody") } throws: { ($0 as? DeskError)?.code == .notFound }
        #expect { try desk.source(named: "99") } throws: { ($0 as? DeskError)?.code == .notFound }
    }

    @Test func manyAskWhileOneAdds() throws {
        let desk = try filled()
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 24) { number in
            do {
                if number % 4 == 0 {
                    _ = try desk.add(
                        ToyReader.item(
                            "N\(number)\n\nOda Lind: night \(number) was long\n", url: "https://gull.example/n\(number)"
                        ))
                } else {
                    _ = try desk.overview()
                    _ = try desk.search(SearchRequest("quay"), limit: 5)
                }
            } catch { failures.withLock { $0.append("\(error)") } }
        }
        #expect(failures.withLock { $0 } == [])
        #expect(try desk.overview().articles == 8)
    }

    @Test func theTourSpeaksOfWhatIsThere() throws {
        let desk = try filled()
        let tour = try DemoTour(desk: desk, ledger: "news.db").text()
        let words = tour.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("2 articles of 2 outlets"))
        #expect(words.contains("1 overdue"))
        #expect(words.contains("all agree with the signed checkpoint"))
    }
}
