import Foundation
import HearsayCore
import Testing

@testable import HearsayCapture

/// Holds the reading of notes against `quality/notes.json`: invented notes in many house styles, and sentences that are none,
/// each as a paragraph of a page. Part 1 was written before the rules of the day, part 2 after them.
struct NoteGoldTests {
    private struct Line {
        var part: Int
        var kind: String?
        var place: String
        var text: String
    }

    private static let prose = [
        "The harbour board of Kelmoor voted on Tuesday to close the old pier after an inspection found cracks in nine piles.",
        "Marta Vell, who chairs the board, told residents that the work would take at least eleven months to finish.",
        "Fishermen who land their catch there said that nobody had asked them, and that the nearest quay is far away.",
        "The ministry of transport has promised half of the money, but the town must find the other half on its own.",
        "Shopkeepers along the waterfront expect to lose most of the summer trade, and some have let workers go.",
    ]

    private static func lines() throws -> [Line] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: root.appending(path: "quality/notes.json"))
        return try JSONReader.value(of: [UInt8](data)).elements.map { entry in
            let isEarly = entry["part"] == .number(1)
            return Line(
                part: isEarly ? 1 : 2, kind: entry["kind"]?.text, place: entry["place"]?.text ?? "",
                text: entry["text"]?.text ?? "")
        }
    }

    /// The kinds of the notes on a page that has the line at its place.
    private static func kinds(_ line: Line) throws -> [String] {
        var paragraphs = prose
        paragraphs.insert(line.text, at: line.place == "first" ? 0 : line.place == "middle" ? 2 : paragraphs.count)
        let body = paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n")
        let page =
            "<html><body><article><h1>Kelmoor closes old pier</h1><div class=story-body>\(body)</div></article></body></html>"
        let document = try DocumentReader().document(
            from: Array(page.utf8), id: "p", options: CaptureOptions(format: .html))
        return document.updates.map(\.kind.rawValue)
    }

    @Test(arguments: [(part: 1, least: 0.95), (part: 2, least: 0.8)])
    func notesAreFoundWithTheirKind(part: Int, least: Double) throws {
        var (right, found, wanted) = (0, 0, 0)
        for line in try Self.lines() where line.part == part {
            let kinds = try Self.kinds(line)
            right += kinds.contains { $0 == line.kind } ? 1 : 0
            found += kinds.count
            wanted += line.kind == nil ? 0 : 1
        }
        #expect(
            Double(2 * right) / Double(max(1, found + wanted)) >= least,
            "\(right) right, \(found) found, \(wanted) wanted")
    }
}
