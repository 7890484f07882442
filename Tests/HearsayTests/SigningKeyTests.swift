import Foundation
import HearsayCore
import Testing

@testable import Hearsay

/// Keys and remembered checkpoints that are not what they should be: an error that says what to do, and never a new key
/// in silence.
@Suite struct SigningKeyTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-sign-\(UUID().uuidString)")
    private var keys: KeyFolder { KeyFolder(path: folder.appending(path: "keys").path) }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func desk() throws -> LedgerDesk {
        let desk = try LedgerDesk(
            path: folder.appending(path: "news.db").path, mode: .create, keys: keys,
            clock: LedgerDesk.Clock(now: { "2026-03-10T12:00:00Z" }, today: { CivilDay(2026, 6, 1) }),
            fetcher: WebInput(version: "test")
        ) { ToyReader.engine }
        _ = try desk.add(ToyReader.item("The quay\n\nInes Okoro: the quay will close\n", url: "https://gull.example/1"))
        return desk
    }

    private func file(_ name: String, of desk: LedgerDesk) -> String { keys.file(name, of: desk.logID) }

    private func write(_ text: String, to path: String) throws {
        try FileBytes.createFolder(String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.endIndex)))
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    /// That signing and verifying are refused with a reason that has all these words, on one line.
    private func expectRefused(_ desk: LedgerDesk, _ words: String..., verifying: Bool = true) {
        for ask in [{ _ = try desk.checkpoint() }] + (verifying ? [{ _ = try desk.verify() }] : []) {
            let error = #expect(throws: DeskError.self) { try ask() }
            #expect(error?.code == .unverified)
            for word in words { #expect(error?.reason.contains(word) == true, "\(error?.reason ?? "")") }
            #expect(error?.reason.contains("\n") == false)
        }
    }

    @Test func anEmptyKeyOfNothingSignedMayBeDeleted() throws {
        let desk = try desk()
        let path = file("key", of: desk)
        try write("", to: path)
        expectRefused(desk, path, "the key is empty", "delete the file")
        #expect(try Data(contentsOf: URL(filePath: path)).isEmpty)
        try FileManager.default.removeItem(atPath: path)
        _ = try desk.checkpoint()
        #expect(try desk.verify().anchor == .checkpoint(size: 2))
    }

    @Test(arguments: ["", "PRIVATE+KEY+x", "\u{0}\u{0}\u{0}"]) func aDamagedKeyThatSignedIsNotReplaced(
        _ text: String
    ) throws {
        let desk = try desk()
        _ = try desk.checkpoint()
        let path = file("key", of: desk)
        let key = try Data(contentsOf: URL(filePath: path))
        try write(text, to: path)
        expectRefused(desk, path, text.isEmpty ? "empty" : "damaged", "put it back from a copy", "others must be told")
        #expect(try Data(contentsOf: URL(filePath: path)) == Data(text.utf8))
        try key.write(to: URL(filePath: path))
        #expect(try desk.verify().holds)
    }

    @Test func aMissingKeyThatSignedIsNotMadeAnew() throws {
        let desk = try desk()
        let note = try desk.checkpoint()
        let path = file("key", of: desk)
        try FileManager.default.removeItem(atPath: path)
        expectRefused(desk, path, "the key is missing", "put it back from a copy")
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(try desk.log(limit: 1).checkpoint == note && desk.log(limit: 1).signedSize == nil)
    }

    @Test(arguments: ["", "Dear diary,\n"]) func aDamagedCheckpointIsNamed(_ text: String) throws {
        let desk = try desk()
        _ = try desk.checkpoint()
        try write(text, to: file("checkpoint", of: desk))
        expectRefused(desk, file("checkpoint", of: desk), "put it back from a copy")
    }

    /// What a program leaves that is killed while it makes a key: an unfinished file, and no key.
    @Test func whatAKilledProgramLeftIsCleared() throws {
        let desk = try desk()
        let left = file("key.123.tmp", of: desk)
        try write("PRIVATE+KEY+", to: left)
        _ = try desk.checkpoint()
        #expect(!FileManager.default.fileExists(atPath: left))
        #expect(try desk.verify().anchor == .checkpoint(size: 2))
        let names = try FileManager.default.contentsOfDirectory(atPath: keys.folder(of: desk.logID)).sorted()
        #expect(names == ["checkpoint", "key", "lock"])
    }

    @Test func aWitnessThatRemembersKeepsItsKey() throws {
        let witness = WitnessDesk(keys: keys, now: { 1_770_000_000 })
        let key = try witness.key(named: "witness.example/w1")
        #expect(try witness.key(named: "other") == key)
        try keys.keep(checkpoint: "a log\n1\nAAAA\n", of: "witness/00")
        try FileManager.default.removeItem(atPath: keys.file("key", of: "witness"))
        let error = #expect(throws: DeskError.self) { try witness.key(named: "witness.example/w1") }
        #expect(error?.reason.contains("the key is missing") == true)
        #expect(try keys.key(of: "witness") == nil)
    }

    // MARK: Files

    @Test func aFileIsMadeWholeAndOnce() throws {
        let path = folder.appending(path: "made").path
        try FileBytes.create([1, 1, 1], at: path, mode: 0o600)
        let error = #expect(throws: FileProblem.self) { try FileBytes.create([2], at: path, mode: 0o600) }
        #expect(error?.number == EEXIST)
        #expect(try FileBytes.read(path, limit: 99) == [1, 1, 1])
        try FileBytes.write([7], to: path)
        #expect(try FileBytes.read(path, limit: 99) == [7])
        #expect(try FileBytes.names(in: folder.path) == ["made"])
    }

    @Test func whatCannotBeWrittenSaysSo() throws {
        let error = #expect(throws: FileProblem.self) { try FileBytes.write([1], to: "/proc/nothing/here") }
        #expect(error?.number == ENOENT)
        #expect(throws: FileProblem.self) { try FileBytes.write([1], to: folder.path) }
        #expect(try FileBytes.names(in: folder.path).isEmpty)
        #expect(FileProblem(writing: EACCES).reason == "no permission to write it")
    }
}
