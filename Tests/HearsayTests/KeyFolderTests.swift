import Foundation
import Testing

@testable import Hearsay

@Suite struct KeyFolderTests {
    private let keys = KeyFolder(
        path: FileManager.default.temporaryDirectory.appending(path: "hearsay-keys-\(UUID().uuidString)/deep").path)

    @Test func nothingIsThereAtFirst() throws {
        #expect(try keys.key(of: "a") == nil)
        #expect(try keys.checkpoint(of: "a") == nil)
    }

    @Test func aKeyIsKeptForItsOwnerAndNeverReplaced() throws {
        try keys.keep(key: "secret", of: "a")
        #expect(try keys.key(of: "a") == "secret")
        #expect(throws: FileProblem.self) { try keys.keep(key: "other", of: "a") }
        #expect(try keys.key(of: "a") == "secret")
        let mode = try FileManager.default.attributesOfItem(atPath: keys.path + "/a/key")[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try keys.key(of: "b") == nil)
    }

    @Test func theLastCheckpointCounts() throws {
        try keys.keep(checkpoint: "one", of: "a")
        try keys.keep(checkpoint: "two", of: "a")
        #expect(try keys.checkpoint(of: "a") == "two")
    }

    @Test func theEnvironmentSaysWhere() {
        #expect(KeyFolder.standard(["HEARSAY_KEYS": "/k", "HOME": "/h"]).path == "/k")
        #expect(KeyFolder.standard(["HEARSAY_KEYS": "", "XDG_DATA_HOME": "/d"]).path == "/d/hearsay/logs")
        #expect(KeyFolder.standard(["HOME": "/h"]).path == "/h/.local/share/hearsay/logs")
    }
}
