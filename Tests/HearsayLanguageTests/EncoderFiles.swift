import Foundation
import Testing

@testable import HearsayLanguage

/// Where the encoder's files are on this machine; tests that need them skip when they are absent.
enum EncoderFiles {
    static let folder: String? = {
        let environment = ProcessInfo.processInfo.environment
        let cache = environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "") + "/.cache"
        let folder = environment["HEARSAY_MODEL"] ?? cache + "/hearsay"
        return FileManager.default.isReadableFile(atPath: folder + "/model.safetensors") ? folder : nil
    }()

    static var present: Bool { folder != nil }

    static func tokenizer() throws -> WordPieceTokenizer {
        let path = try #require(folder) + "/vocab.txt"
        return try WordPieceTokenizer(vocabulary: [UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    }

    static func weights() throws -> EncoderWeights {
        try EncoderWeights(base: Safetensors(path: #require(folder) + "/model.safetensors"))
    }

    static func fixture(_ name: String) throws -> String {
        try #require(Bundle.module.path(forResource: "Fixtures/" + name, ofType: nil))
    }
}
