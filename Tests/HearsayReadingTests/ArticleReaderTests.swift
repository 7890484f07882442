import Foundation
import HearsayLanguage
import Testing

@testable import HearsayCore
@testable import HearsayReading

/// The whole reading, with the encoder; skipped where its files are absent.
@Suite(.enabled(if: ReaderFiles.present)) struct ArticleReaderTests {
    private static func article() throws -> [UInt8] {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../Examples/harbour-closure.txt")
        let text = try String(contentsOf: path, encoding: .utf8)
        // The paragraphs between the head and the address.
        let body = text.components(separatedBy: "\n\n").filter { $0.hasSuffix(".") || $0.hasSuffix("\"") }
        return Array(body.filter { !$0.hasPrefix("Tugs") && !$0.hasPrefix("Updated") }.joined(separator: "\n\n").utf8)
    }

    private static func document(_ bytes: [UInt8]) -> Document {
        var document = Document(id: "x", text: SourceText(decoding: bytes))
        document.outlet.name = "The Lantern"
        document.published = "2031-05-16"
        document.blocks = Passage.paragraphs(document.text).map { .init(kind: .paragraph, span: $0) }
        return document
    }

    @Test func theExample() throws {
        let reading = try ReaderFiles.reader().read(Self.document(Self.article()))
        ReadingCheck.sound(reading, "the example")
        let text = reading.document.text
        /// Who says the statement whose content holds a phrase.
        func saying(_ phrase: String) throws -> (statement: Statement, voice: Voice, relay: [String]) {
            let statement = try #require(
                reading.statements.filter { one in one.content.contains { text.string($0).contains(phrase) } }
                    .min { $0.content.reduce(0) { $0 + $1.count } < $1.content.reduce(0) { $0 + $1.count } },
                "\(phrase)")
            let relay = statement.relay.compactMap { reading.voice($0) }.map { $0.name ?? $0.role ?? "" }
            return (statement, try #require(reading.voice(statement.voice)), relay)
        }
        let person = try saying("three plans")
        #expect(person.voice.anonymous && person.voice.name == nil && person.voice.kind == .person)
        #expect(person.voice.people == .init(least: 1, most: 1))
        #expect(person.voice.reason == "the talks are confidential")
        #expect(person.voice.affiliation == "Transport Ministry")
        #expect(person.relay.contains { $0.hasSuffix("Skerry Courier") })
        #expect(person.statement.quotation == .direct)
        #expect(try saying("loud version").voice.id == person.voice.id)
        let analyst = try saying("the ferries go elsewhere")
        #expect(analyst.voice.name == "Tomas Verrin")
        #expect(!analyst.voice.anonymous)
        #expect(try saying("smaller carriers").voice.id == analyst.voice.id)
        let mayor = try saying("two gates open")
        #expect(mayor.relay.contains { $0.hasSuffix("Radio Skerry") || $0 == "Ines Okoro" })
        let union = try saying("meant as a threat")
        #expect(union.voice.name == "Marta Selk")
        #expect(union.statement.stance == .believes)
        #expect(!reading.statements.contains { $0.content.contains { text.string($0).contains("how many pilots") } })
    }

    @Test func mutationsAreReadSoundly() throws {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        var random = SeededGenerator(state: seed)
        let reader = try ReaderFiles.reader()
        let paragraphs = try String(decoding: Self.article(), as: UTF8.self).components(separatedBy: "\n\n")
        for round in 0..<200 {
            var bytes = Array((paragraphs.randomElement(using: &random) ?? "").utf8)
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[at] = UInt8.random(in: .min ... .max, using: &random)
                case 1: bytes.remove(at: at)
                case 2:
                    bytes.insert(
                        contentsOf: Array(["\n\n", ". ", "“", "\"", "é", ", "].randomElement(using: &random) ?? "")
                            .flatMap { $0.utf8 }, at: at)
                default: bytes.removeSubrange(at..<min(bytes.count, at + 20))
                }
                if bytes.isEmpty { bytes = [0x41] }
            }
            let document = Self.document(bytes)
            let reading = reader.read(document)
            ReadingCheck.sound(reading, "seed \(seed), round \(round): \(document.text.string)")
            if round % 10 == 0 { #expect(reader.read(document) == reading, "seed \(seed), round \(round)") }
        }
    }

    @Test func nothingGivesNothing() throws {
        let reader = try ReaderFiles.reader()
        var withoutBlocks = Self.document(try Self.article())
        withoutBlocks.blocks = []
        var captionsOnly = Self.document(try Self.article())
        captionsOnly.blocks = captionsOnly.blocks.map { .init(kind: .caption, span: $0.span) }
        var emptyBlock = Self.document([])
        emptyBlock.blocks = [.init(kind: .paragraph, span: TextSpan(0, 0))]
        var markupOnly = Self.document(Array("<u>said</u>".utf8))
        markupOnly.markup = [markupOnly.text.span]
        for document in [Self.document([]), withoutBlocks, captionsOnly, emptyBlock, markupOnly] {
            let reading = reader.read(document)
            #expect(reading.voices.isEmpty && reading.statements.isEmpty)
            #expect(reading.document == document)
        }
    }

    @Test(arguments: [
        "\0", "\u{FEFF}", "\u{200B}\u{200B}", " \u{85} ", "\u{2028}", "\u{FFFD}\u{FFFD} said", "“", "\" said",
        "said said said",
        "\u{301}\u{301} said it.", "각 said 中.", "a\0b said c\0d.",
    ]) func oddTexts(_ string: String) throws {
        let reader = try ReaderFiles.reader()
        ReadingCheck.sound(reader.read(Self.document(Array(string.utf8))), string)
    }

    @Test func aDamagedResourceThrows() throws {
        #expect(throws: ModelError.self) { try ReadingResources(folder: "/nowhere") }
    }
}

/// The reader's files on this machine.
enum ReaderFiles {
    private static let folder: String? = {
        let environment = ProcessInfo.processInfo.environment
        let cache = environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "") + "/.cache"
        let folder = environment["HEARSAY_MODEL"] ?? cache + "/hearsay"
        let files = [
            folder + "/model.safetensors", folder + "/vocab.txt", Passage.resources.path + "/tagger.safetensors",
        ]
        return files.allSatisfy(FileManager.default.isReadableFile) ? folder : nil
    }()

    static var present: Bool { folder != nil }

    /// Loaded once for all tests.
    private static let loaded = Result {
        let folder = try #require(ReaderFiles.folder)
        let vocabulary = try Data(contentsOf: URL(filePath: folder + "/vocab.txt"))
        return try ArticleReader(
            tokenizer: WordPieceTokenizer(vocabulary: [UInt8](vocabulary)),
            encoder: Safetensors(path: folder + "/model.safetensors"),
            resources: ReadingResources(folder: Passage.resources.path))
    }

    static func reader() throws -> ArticleReader { try loaded.get() }
}
