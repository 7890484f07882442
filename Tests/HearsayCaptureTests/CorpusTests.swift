import Foundation
import HearsayCore
import Testing

@testable import HearsayCapture

/// Reads real articles where the data folder is at hand (`HEARSAY_DATA`).
@Suite struct CorpusTests {
    private static let data = URL(
        fileURLWithPath: ProcessInfo.processInfo.environment["HEARSAY_DATA"] ?? "../shared/data", isDirectory: true)
    private static let texts: [URL] = {
        let folder = data.appendingPathComponent("polnear/dev/text")
        let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (files ?? []).sorted { $0.path < $1.path }
    }()
    private static let seed = data.appendingPathComponent("../seed/article.txt").standardizedFileURL

    @Test(.enabled(if: !texts.isEmpty, "the data folder is absent"))
    func bodiesOfNewsTextsArePreserved() throws {
        var (read, all) = (0, 0)
        for file in Self.texts {
            let bytes = [UInt8](try Data(contentsOf: file))
            let document = try DocumentReader().document(from: bytes, id: "x", options: .init(format: .text))
            #expect(document.text.utf8 == bytes)
            var covered = Set<Int>()
            for block in document.blocks { covered.formUnion(block.span.range) }
            let lost = bytes.indices.filter {
                !covered.contains($0) && (bytes[$0].isASCIILetter || bytes[$0].isASCIIDigit)
            }
            #expect(lost.isEmpty, "\(file.lastPathComponent)")
            all += document.blocks.count
            read += document.blocks.filter { [.headline, .heading, .paragraph].contains($0.kind) }.count
        }
        #expect(Double(read) >= 0.98 * Double(all), "\(read) of \(all) blocks are read")
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: seed.path), "the seed is absent"))
    func seedArticle() throws {
        let bytes = [UInt8](try Data(contentsOf: Self.seed))
        let document = try DocumentReader().document(from: bytes, id: "x")
        #expect(document.blocks.prefix(4).map(\.kind) == [.headline, .dateline, .caption, .note])
        #expect(document.blocks.filter { $0.kind == .paragraph }.count == 15)
        #expect(document.outlet.name != nil && document.published != nil && document.url != nil)
        #expect(document.related.count == 1 && document.images.count == 1 && document.updates.count == 1)
    }
}
