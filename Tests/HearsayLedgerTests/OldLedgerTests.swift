import HearsayCore
import HearsayLedger
import Testing
import TransparencyLog

/// Migrations go forward only, and old files stay: what an earlier version left behind opens, verifies and answers.
@Suite struct OldLedgerTests {
    private func migrated(_ old: OldLedger, in scratch: Scratch) throws -> Ledger {
        try old.put(in: scratch)
        return try Ledger(path: scratch.path, mode: .write)
    }

    /// A reader either reads the file, or says that a writer must open it once; it never changes it.
    @Test(arguments: OldLedger.allCases) func aReaderLeavesTheFileAsItIs(_ old: OldLedger) throws {
        let scratch = try Scratch()
        try old.put(in: scratch)
        let before = try scratch.bytes()
        do throws(LedgerError) {
            let ledger = try Ledger(path: scratch.path, mode: .read)
            let articles = try ledger.counts().articles
            #expect(articles == 5)
        } catch {
            #expect(error.code == .readOnly && error.reason.contains("open it for writing once"))
        }
        #expect(try scratch.bytes() == before)
    }

    @Test func aReaderSaysWhatAnEarlyLedgerNeeds() throws {
        let scratch = try Scratch()
        try OldLedger.seven.put(in: scratch)
        #expect(throws: LedgerError(.readOnly, "", path: "")) { try Ledger(path: scratch.path, mode: .read) }
    }

    @Test(arguments: OldLedger.allCases) func aWriterBringsItUpToDate(_ old: OldLedger) throws {
        let scratch = try Scratch()
        let ledger = try migrated(old, in: scratch)
        #expect(try ledger.verify().findings == [])
        try ledger.close()
        #expect(try Ledger(path: scratch.path, mode: .read).verify().findings == [])
    }

    @Test(arguments: OldLedger.allCases) func wordsAndMeaningsAreFound(_ old: OldLedger) throws {
        let scratch = try Scratch()
        let ledger = try migrated(old, in: scratch)
        let found = try ledger.search("quay", limit: 20)
        #expect(
            Set(found.compactMap { match in match.statement.map { "\(match.article.id) \($0)" } })
                == ["1 s1", "1 s2", "2 s2", "2 s3"])
        #expect(Set(found.filter { $0.statement == nil }.map(\.article.id)) == [1, 2])
        #expect(try ledger.search("eastern", limit: 9).isEmpty)
        let units = try #require(try ledger.units(.init(article: 1, number: 2)))
        #expect(units.units.count >= 3 && units.units.allSatisfy { $0.vector.count == 384 })
        let query = try #require(units.units.first { $0.statement == 1 })
        let near = try ledger.nearest(to: query.vector, version: units.version, limit: 3)
        #expect(near.first?.match.article.id == 1 && near.contains { $0.match.article.id == 2 })
    }

    /// Everything but what the migration makes anew is in an export, and comes back from it.
    @Test(arguments: OldLedger.allCases) func itsDumpMakesItAgain(_ old: OldLedger) throws {
        let scratch = try Scratch()
        let ledger = try migrated(old, in: scratch)
        let lines = try dumped(ledger)
        var rest = lines[...]
        let copy = try Ledger.restore(to: scratch.folder + "/copy.db") { rest.popFirst() }
        #expect(try dumped(copy) == lines)
        #expect(try copy.verify().findings == [] && copy.leafHashes() == ledger.leafHashes())
        #expect(try copy.sources(limit: 99) == ledger.sources(limit: 99))
    }

    /// Sources that were joined by an earlier version's rules take later voices.
    @Test(arguments: OldLedger.allCases) func itGoesOn(_ old: OldLedger) throws {
        let scratch = try Scratch()
        let ledger = try migrated(old, in: scratch)
        let added = try ledger.add(
            SampleArticle(
                url: "https://gull.example/quay",
                said: [.init(name: "Ines Okoro", affiliation: "Harbour Board", content: "x")]))
        #expect(added.revision == .init(article: 1, number: 3))
        #expect(try ledger.voiceSources(added.revision) == ["v1": 1])
        #expect(try ledger.verify().findings == [])
    }

    private func dumped(_ ledger: Ledger) throws -> [[UInt8]] {
        var lines: [[UInt8]] = []
        try ledger.dump { lines.append($0) }
        return lines
    }

    // MARK: The early one

    @Test func anEarlyLedgerAnswersAsItDid() throws {
        let scratch = try Scratch()
        let ledger = try migrated(.seven, in: scratch)
        #expect(
            try ledger.articles(limit: 9).map(\.title) == [
                "Fish prices fall", "Harbour levy will not rise", "Ferry crossings to go on",
                "Quay to close for repairs", "Lighthouse to be painted",
            ])
        #expect(
            try Set(ledger.sources(limit: 99).map(\.label)) == [
                "Ines Okoro", "Ada Brook", "An official", "Bela Croft", "Gull", "The ferry company", "Tomas Velden",
                "Tomas Veldon",
            ])
        let judgement = try #require(try ledger.judgements().first)
        #expect(try ledger.judgements().count == 1 && judgement.outcome == .true && judgement.judge == "Mara Ilves")
        #expect(try ledger.feeds().map(\.title) == ["The Gull"] && ledger.pages().map(\.isGone) == [true])
        #expect(try ledger.looks(at: 5).map(\.outcome) == [.gone])
        #expect(try ledger.counts().entries == 16 && ledger.erasures().isEmpty && ledger.joinings().isEmpty)
    }

    /// In the early ledger the revision that came last was the latest, whenever it was seen.
    @Test func theRevisionSeenLastBecomesTheLatest() throws {
        let scratch = try Scratch()
        let ledger = try migrated(.seven, in: scratch)
        #expect(try ledger.revisions(of: 4).filter(\.isLatest).map(\.key.number) == [1])
        #expect(try ledger.search("red", limit: 9).count == 2 && ledger.search("white", limit: 9).isEmpty)
    }

    /// Through whom a statement came is taken from the readings, and the voices get their index.
    @Test func statementsAndVoicesGetWhatTheyLacked() throws {
        let scratch = try Scratch()
        let ledger = try migrated(.seven, in: scratch)
        var query = SearchQuery("")
        query.isRelayed = true
        #expect(try ledger.search(query, limit: 9).matches.map { [$0.article.id] } == [[2]])
        query = SearchQuery("okoro", scopes: [.voices])
        #expect(try ledger.search(query, limit: 9).matches.map(\.source) == [1])
    }

    // MARK: The eventful one

    @Test func anEventfulLedgerAnswersAsItDid() throws {
        let scratch = try Scratch()
        let ledger = try migrated(.twelve, in: scratch)
        #expect(
            try ledger.articles(limit: 9).map(\.title) == [
                "Fish prices fall", "A poet reads at the harbour", "Harbour levy will not rise",
                "Ferry crossings to go on", "Quay to close for repairs",
            ])
        #expect(try ledger.revisions(of: 1).map(\.isLatest) == [true, false])
        #expect(try ledger.feeds().map(\.title) == ["The Gull"] && ledger.looks(at: 6).map(\.outcome) == [.gone])
        #expect(try ledger.judgements().map(\.judge) == ["Mara Ilves"])
        let renewed = RevisionKey(article: 3, number: 1)
        #expect(try ledger.entries(from: 15, limit: 1).map(\.revision) == [renewed])
        #expect(try ledger.content(ofEntry: 7) == nil && ledger.content(ofEntry: 15)?.keys.contains("renews") == true)
    }

    @Test func whatPeopleDecidedStands() throws {
        let scratch = try Scratch()
        let ledger = try migrated(.twelve, in: scratch)
        let labels = try Dictionary(grouping: ledger.sources(limit: 99), by: \.label).mapValues {
            $0.map(\.id).sorted()
        }
        #expect(labels["Tomas Velden"] == [4] && labels["Tomas Veldon"] == nil && labels["Ines Okoro"] == [1, 10])
        let decisions = try ledger.joinings()
        #expect(Set(decisions.map(\.action.word)) == ["merge", "split"])
        for decision in decisions { _ = try ledger.undo(decision.id, at: "2031-05-01T00:00:00Z") }
        let undone = try Dictionary(grouping: ledger.sources(limit: 99), by: \.label).mapValues { $0.map(\.id) }
        #expect(undone["Tomas Velden"] == [4] && undone["Tomas Veldon"] == [6] && undone["Ines Okoro"] == [1])
        #expect(try ledger.verify().findings == [])
    }

    @Test func whatWasErasedStaysErased() throws {
        let scratch = try Scratch()
        let ledger = try migrated(.twelve, in: scratch)
        let erasure = try #require(try ledger.erasures().first)
        #expect(erasure.revisions == [.init(article: 5, number: 1)] && erasure.reason == "asked to")
        #expect(try ledger.search("pelican", limit: 9).isEmpty && ledger.article(5) == nil)
        try ledger.close()
        let text = String(decoding: try scratch.bytes(), as: Unicode.ASCII.self).lowercased()
        for word in ["pelican", "quirina", "zander", "kestrel"] { #expect(!text.contains(word)) }
    }

    /// The log that was signed then is the log now: what a migration changes, it changes beside the log.
    @Test func theSignedLogStillHolds() throws {
        let scratch = try Scratch()
        let ledger = try migrated(.twelve, in: scratch)
        let key = try VerifierKey(OldLedger.twelve.text("key.txt").split(separator: "\n").joined())
        let checkpoint = try Checkpoint.verified(note: OldLedger.twelve.text("checkpoint.txt"), by: key)
        let hashes = try ledger.verify().leafHashes
        #expect(hashes.count == checkpoint.size && MerkleTree(leaves: hashes).root() == checkpoint.root)
    }

    @Test func anExportFromThenIsImported() throws {
        let scratch = try Scratch()
        var lines = try OldLedger.twelve.lines()[...]
        let ledger = try Ledger.restore(to: scratch.path) { lines.popFirst() }
        let key = try VerifierKey(OldLedger.twelve.text("key.txt").split(separator: "\n").joined())
        let checkpoint = try Checkpoint.verified(note: OldLedger.twelve.text("checkpoint.txt"), by: key)
        #expect(try ledger.verify().findings == [])
        #expect(try MerkleTree(leaves: ledger.leafHashes()).root() == checkpoint.root)
        #expect(
            try ledger.articles(limit: 9).map(\.id) == [6, 4, 3, 2, 1] && ledger.search("quay", limit: 20).count == 6)
    }
}
