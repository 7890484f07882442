import Foundation
import Testing

@testable import Hearsay

@Suite struct ModelStoreTests {
    private let pins = [
        FilePin(
            name: "model.safetensors", bytes: 3,
            sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        FilePin(
            name: "vocab.txt", bytes: 0, sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ]

    private func scratch(model: String?) throws -> Scratch {
        let scratch = try Scratch()
        if let model { try scratch.write("model.safetensors", model) }
        try scratch.write("vocab.txt", "")
        return scratch
    }

    private func code(_ store: ModelStore) -> ModelFileError.Code? {
        do { _ = try store.verified() } catch { return error.code }
        return nil
    }

    @Test func acceptsThePinnedFiles() throws {
        let folder = try scratch(model: "abc")
        let files = try ModelStore(folder: folder.path, pins: pins).verified()
        #expect(files.weights == folder.path + "/model.safetensors")
        #expect(files.vocabulary == folder.path + "/vocab.txt")
    }

    @Test func tellsWhatIsWrong() throws {
        let absent = try scratch(model: nil)
        #expect(code(ModelStore(folder: absent.path, pins: pins)) == .absent)
        #expect(code(ModelStore(folder: absent.path + "/vocab.txt", pins: pins)) == .absent)
        let short = try scratch(model: "ab")
        #expect(code(ModelStore(folder: short.path, pins: pins)) == .cutShort(bytes: 2, of: 3))
        for text in ["abd", "abcd"] {
            let altered = try scratch(model: text)
            guard case .altered = code(ModelStore(folder: altered.path, pins: pins)) else {
                Issue.record("\(text) was not found to be altered")
                continue
            }
        }
        try FileManager.default.createDirectory(
            at: absent.url.appending(path: "model.safetensors"), withIntermediateDirectories: true)
        #expect(code(ModelStore(folder: absent.path, pins: pins)) == .unreadable(reason: "it is not a file"))
    }

    @Test func everyErrorIsOneLineThatSaysWhatToDo() {
        let codes: [ModelFileError.Code] = [
            .absent, .cutShort(bytes: 1, of: 2), .altered(digest: "ab"), .unreadable(reason: "x"),
        ]
        for code in codes {
            let text = ModelFileError(code: code, file: "/a\nb/model.safetensors").description
            #expect(!text.contains("\n") && text.contains("model.safetensors") && text.contains("make model"))
        }
    }

    @Test func theStampSparesHashingUntilTheFileChanges() throws {
        let folder = try scratch(model: "abc")
        let stamps = try Scratch()
        let store = ModelStore(folder: folder.path, stampFolder: stamps.path + "/new/cache", pins: pins)
        _ = try store.verified()
        let stamp = stamps.path + "/new/cache/verified"
        #expect(try String(contentsOfFile: stamp, encoding: .utf8).split(separator: "\n").count == 2)
        _ = try store.verified()
        try folder.write("model.safetensors", "abd")
        guard case .altered = code(store) else { return #expect(Bool(false), "a changed file passed by its stamp") }
        try folder.write("model.safetensors", "abc")
        _ = try store.verified()
        #expect(try String(contentsOfFile: stamp, encoding: .utf8).split(separator: "\n").count == 2)
    }

    @Test func theUsersChoiceComesFirst() {
        let environment = ["HOME": "/home/a", "HEARSAY_MODEL": "/models"]
        #expect(ModelStore.chosen(option: "/named", environment: environment).folder == "/named")
        #expect(ModelStore.chosen(option: nil, environment: environment).folder == "/models")
        #expect(ModelStore.chosen(option: nil, environment: ["HOME": "/home/a"]).folder == "/home/a/.cache/hearsay")
        let cache = ["HOME": "/home/a", "XDG_CACHE_HOME": "/c", "HEARSAY_MODEL": ""]
        #expect(ModelStore.chosen(option: nil, environment: cache).folder == "/c/hearsay")
    }
}
