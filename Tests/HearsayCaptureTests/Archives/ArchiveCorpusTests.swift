import Foundation
import HearsayCore
import Testing

@testable import HearsayCapture

/// Reads real archives where the data folder is at hand (`HEARSAY_DATA`).
@Suite struct ArchiveCorpusTests {
    private static let data = URL(
        fileURLWithPath: ProcessInfo.processInfo.environment["HEARSAY_DATA"] ?? "../shared/data", isDirectory: true)
    private static let isAtHand = FileManager.default.fileExists(atPath: data.appendingPathComponent("warc").path)

    @Test(.enabled(if: isAtHand, "the data folder is absent"))
    func table() throws {
        for folder in ["warc", "wacz"] {
            let files = try FileManager.default.contentsOfDirectory(
                atPath: Self.data.appendingPathComponent(folder).path)
            for name in files.sorted() where name.contains("arc") && !name.hasSuffix("wacz") {
                let bytes = [UInt8](try Data(contentsOf: Self.data.appendingPathComponent("\(folder)/\(name)")))
                print("== \(name)")
                for item in WARCReader(bytes: bytes) {
                    switch item {
                    case .record(let r):
                        print(
                            r.version, r.kind.rawValue, r.offset, r.length ?? -1, r.id ?? "-", r.targetURI ?? "-",
                            r.block.count, r.checkBlock(), r.checkPayload(), r.defects)
                        if case .page(let p) = ArchiveReader.item(of: r, limits: .init()) {
                            print("   PAGE", p.contentType ?? "-", p.bytes.count, p.defects)
                        }
                    case .problem(let problem): print("  PROBLEM", problem)
                    }
                }
            }
        }
    }

    @Test(.enabled(if: isAtHand, "the data folder is absent"))
    func waczTable() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.data.appendingPathComponent("wacz").path)
            .sorted() where name.hasSuffix("wacz")
        {
            let reader = try WACZReader(path: Self.data.appendingPathComponent("wacz/\(name)").path)
            print(
                "==", name, reader.package?.version ?? "-", reader.package?.title ?? "-", reader.pages.count,
                reader.signature.description)
            for item in reader {
                switch item {
                case .page(let p):
                    print("   PAGE", p.url, p.title ?? "-", p.isListed ?? false, p.bytes.count, p.digest, p.defects)
                case .skip(let skip): print("   skip", skip.reason.rawValue, skip.url ?? "-")
                case .problem(let problem): print("  PROBLEM", problem)
                }
            }
        }
    }
}
