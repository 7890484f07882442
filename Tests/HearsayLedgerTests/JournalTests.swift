import Foundation
import GRDB
import HearsayCore
import HearsayLedger
import Testing

/// The journal that a killed program leaves beside a ledger: taken where it belongs, refused where it does not.
@Suite struct JournalTests {
    /// A ledger at one moment, as a copy of both files holds it.
    private struct Moment {
        let file: [UInt8]
        let journal: [UInt8]

        init(_ path: String) throws {
            file = Array(try Data(contentsOf: URL(filePath: path)))
            journal = (try? Data(contentsOf: URL(filePath: path + "-wal"))).map { Array($0) } ?? []
        }

        init(file: [UInt8], journal: [UInt8]) { (self.file, self.journal) = (file, journal) }

        /// The pages in the journal, as they are in the end, by their numbers.
        var pages: [Int: [UInt8]] {
            func number(_ at: Int) -> Int { journal[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
            guard journal.count > 32 else { return [:] }
            var (pages, at) = ([Int: [UInt8]](), 32)
            while at + 24 + number(8) <= journal.count, journal[at + 8..<at + 16] == journal[16..<24] {
                pages[number(at)] = Array(journal[at + 24..<at + 24 + number(8)])
                at += 24 + number(8)
            }
            return pages
        }

        /// A folder that holds it.
        func scratch() throws -> Scratch {
            let scratch = try Scratch()
            try scratch.write(file)
            if !journal.isEmpty { try Data(journal).write(to: URL(filePath: scratch.path + "-wal")) }
            return scratch
        }
    }

    private static func article(_ number: Int) -> SampleArticle {
        let words = (0..<300).map { "word\(number)x\($0)" }.joined(separator: " ")
        return SampleArticle(url: "https://gull.example/\(number)", said: [.init(name: "Ines Okoro", content: words)])
    }

    /// What a program leaves that adds articles, at every moment between two of them, and closed at the end.
    private func history(_ scratch: Scratch, _ numbers: Range<Int>) throws -> (moments: [Moment], end: Moment) {
        let ledger = try scratch.ledger()
        let moments = try numbers.map { number in
            try ledger.add(Self.article(number))
            return try Moment(scratch.path)
        }
        try ledger.close()
        return (moments, try Moment(scratch.path))
    }

    private func count(_ moment: Moment, _ mode: Ledger.Mode = .read) throws -> Int {
        let scratch = try moment.scratch()
        let ledger = try Ledger(path: scratch.path, mode: mode, patience: 0.1)
        #expect(try ledger.verify().findings == [])
        return try ledger.counts().articles
    }

    /// That a moment is refused in all modes, and left as it is.
    private func expectRefused(_ moment: Moment) throws {
        for mode in Ledger.Mode.allCases {
            let scratch = try moment.scratch()
            let error = #expect(throws: LedgerError.self) {
                _ = try Ledger(path: scratch.path, mode: mode, patience: 0.1)
            }
            #expect(error?.code == .damaged && error?.reason.contains("-wal") == true, "\(String(describing: error))")
            let after = try Moment(scratch.path)
            #expect(after.file == moment.file && after.journal == moment.journal)
        }
    }

    @Test func aJournalIsTakenWithItsFile() throws {
        let history = try history(try Scratch(), 0..<12)
        for (place, moment) in history.moments.enumerated() {
            #expect(!moment.journal.isEmpty)
            #expect(try count(moment) == place + 1 && count(moment, .write) == place + 1)
        }
        #expect(history.end.journal.isEmpty)
    }

    @Test func aCopyUnderALaterJournalIsRefused() throws {
        let scratch = try Scratch()
        let early = try history(scratch, 0..<5).end
        let middle = try history(scratch, 5..<9)
        let late = try history(scratch, 9..<12)
        for moment in late.moments { try expectRefused(Moment(file: early.file, journal: moment.journal)) }
        // The file does not change while its journal is not folded into it.
        #expect(try count(Moment(file: middle.end.file, journal: late.moments[2].journal)) == 12)
        #expect(try count(early) == 5)
    }

    @Test func aLaterCopyOverAnEarlierJournalIsRefused() throws {
        let scratch = try Scratch()
        let early = try history(scratch, 0..<5)
        let late = try history(scratch, 5..<9).end
        try expectRefused(Moment(file: late.file, journal: early.moments[3].journal))
    }

    @Test func aJournalOfAnotherLedgerIsRefused() throws {
        let one = try history(try Scratch(), 0..<4)
        let other = try history(try Scratch(), 0..<6)
        try expectRefused(Moment(file: other.end.file, journal: one.moments[3].journal))
        try expectRefused(Moment(file: one.end.file, journal: other.moments[5].journal))
    }

    @Test func aJournalWithoutItsFileIsNotEmptied() throws {
        let moment = try history(try Scratch(), 0..<2).moments[1]
        let scratch = try moment.scratch()
        try FileManager.default.removeItem(atPath: scratch.path)
        #expect(throws: LedgerError(.damaged, "", path: "")) { try Ledger(path: scratch.path, mode: .create) }
        #expect(try Data(contentsOf: URL(filePath: scratch.path + "-wal")) == Data(moment.journal))
    }

    /// What a program leaves that is killed while it folds the journal in, page by page, after the file was written anew.
    @Test func aJournalThatWasHalfFoldedInIsTaken() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        for number in 0..<6 { try ledger.add(Self.article(number)) }
        _ = try ledger.erase([RevisionKey(article: 2, number: 1)], at: "2031-05-01T00:00:00Z")
        try ledger.close()
        let pool = try DatabasePool(path: scratch.path)
        defer { try? pool.close() }
        try pool.vacuum()
        let moment = try Moment(scratch.path)
        let pages = moment.pages
        #expect(pages.count > 20)
        var file = moment.file
        for (done, page) in pages.sorted(by: { $0.key < $1.key }).enumerated() {
            let start = (page.key - 1) * page.value.count
            if file.count < start + page.value.count {
                file += [UInt8](repeating: 0, count: start + page.value.count - file.count)
            }
            file.replaceSubrange(start..<start + page.value.count, with: page.value)
            guard done % 3 == 0 else { continue }
            #expect(try count(Moment(file: file, journal: moment.journal)) == 5, "after \(done + 1) pages")
        }
    }

    /// In a file that is no state of the ledger by itself what looks like its last entry may be anything. The journal has every
    /// page that is wrong in it.
    @Test func whatStandsLastInAHalfWrittenFileProvesNothing() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        for number in 0..<6 { try ledger.add(Self.article(number)) }
        try ledger.close()
        let pool = try DatabasePool(path: scratch.path)
        defer { try? pool.close() }
        let (hash, root) = try pool.read { db in
            (
                try Data.fetchOne(db, sql: "SELECT hash FROM entry ORDER BY number DESC LIMIT 1"),
                try Int.fetchOne(db, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'voice'")
            )
        }
        try pool.vacuum()
        let moment = try Moment(scratch.path)
        var file = moment.file
        let wanted = Array(try #require(hash))
        let place = try #require(
            (0..<file.count - wanted.count).first { file[$0..<$0 + wanted.count].elementsEqual(wanted) })
        file[place] ^= 1
        let size = try #require(moment.pages.values.first).count
        let page = try #require(root)
        #expect(moment.pages[page] != nil && moment.pages[place / size + 1] != nil)
        file.replaceSubrange((page - 1) * size..<page * size, with: [UInt8](repeating: 0, count: size))
        #expect(try count(Moment(file: file, journal: moment.journal)) == 6)
        // A file that is whole is believed: then the journal is of another ledger, or of another state.
        var other = moment.file
        other[place] ^= 1
        #expect(throws: LedgerError.self) { try count(Moment(file: other, journal: moment.journal)) }
    }

    /// A journal that was cut short, or in which bits were flipped, ends there: what comes before it is whole.
    @Test(arguments: [1, 2] as [UInt64]) func aDamagedJournalGivesAnEarlierState(_ seed: UInt64) throws {
        let moment = try history(try Scratch(), 0..<6).moments[5]
        var dice = Dice(state: seed)
        var states: Set<Int> = []
        for round in 0..<30 {
            var journal = moment.journal
            let place = dice.next(journal.count)
            if round % 2 == 0 { journal[place] ^= 1 << UInt8(dice.next(8)) } else { journal.removeLast(place) }
            do {
                states.insert(try count(Moment(file: moment.file, journal: journal), .write))
            } catch let error as LedgerError {
                // Before the first article there is no ledger in the file alone.
                #expect([.notALedger, .damaged].contains(error.code), "seed \(seed), round \(round): \(error)")
            }
        }
        #expect(states.isSubset(of: 0...6) && states.count > 1)
    }
}
