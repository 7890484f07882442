import Foundation
import Testing

@testable import HearsayCore
@testable import HearsayReading

@Suite struct GazetteerTests {
    private static let shipped: Gazetteer? = {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/HearsayReading/Resources/places.tsv")
        return (try? Data(contentsOf: path)).flatMap { try? Gazetteer(tsv: [UInt8]($0)) }
    }()

    /// The gold as a whole: how much of it is found, and how much of what is found is right.
    @Test func theGoldIsReadAlmostWholly() throws {
        let gazetteer = try #require(Self.shipped)
        var (right, wanted, found, wrong) = (0, 0, 0, [String]())
        for line in PlaceGold.lines {
            let halves = line.components(separatedBy: "=>").map(TimeText.trimmed)
            let parts = halves[0].components(separatedBy: "||").map(TimeText.trimmed)
            let gold = halves[1].split(separator: ";").map { TimeText.trimmed(String($0)) }
            let got = places(parts, gazetteer)
            let hits = gold.filter(got.contains).count
            (right, wanted, found) = (right + hits, wanted + gold.count, found + got.count)
            if got != gold { wrong.append("\(line) / \(got.joined(separator: "; "))") }
        }
        let (precision, recall) = (Double(right) / Double(found), Double(right) / Double(wanted))
        let list = Comment(rawValue: wrong.joined(separator: "\n"))
        #expect(precision >= 0.97 && recall >= 0.95, "precision \(precision), recall \(recall)")
        #expect(wrong.count <= 6, list)
        #expect(PlaceGold.lines.count >= 100)
    }

    private func places(_ parts: [String], _ gazetteer: Gazetteer) -> [String] {
        var hints = PlaceHints()
        for part in parts.map(SourceText.init) { hints.formUnion(gazetteer.hints(in: part, span: part.span)) }
        let text = SourceText(parts.last ?? "")
        return gazetteer.found(in: text, span: text.span, hints: hints).map { row in
            let code = row.isTown && row.country == "US" ? row.code : row.country
            return "\(text.string(row.place.span))=\(row.place.name)@\(code)"
        }
    }

    @Test func theTableIsWholeAndOrdered() throws {
        #expect(try #require(Self.shipped).damagedLines() == [])
    }

    @Test func oldAndNewSpellingsAreOnePlace() throws {
        let gazetteer = try #require(Self.shipped)
        for (old, new) in [
            ("Kharkov", "Kharkiv"), ("Kiev", "Kyiv"), ("Lvov", "Lviv"), ("Peking", "Beijing"), ("Odessa", "Odesa"),
        ] {
            let ids = [old, new].map { name in
                let text = SourceText("It burned in \(name).")
                return gazetteer.places(in: text, span: text.span).map(\.geonames)
            }
            #expect(ids[0] == ids[1] && ids[0].count == 1, "\(old)")
        }
    }

    @Test func damagedTablesAreRefusedWithTheLine() {
        #expect(throws: GazetteerError(code: .badRow, line: 2)) {
            try Gazetteer(tsv: Array("# places\nWeld\t1.0\n".utf8))
        }
        let table = "# places\nLoam\t1.0\t2.0\t7\t100\tXX\tP\nWeld\t1.0\t2.0\tseven\t100\tXX\tP\n"
        #expect(throws: GazetteerError(code: .badRow, line: 3)) { try Gazetteer(tsv: Array(table.utf8)) }
        #expect(throws: GazetteerError(code: .noRows, line: 0)) { try Gazetteer(tsv: Array("# nothing\n".utf8)) }
    }

    @Test func theCountriesOfTheArticleDecide() throws {
        let table = "Weld\t1.0\t2.0\t11\t900000\tUS\tP\nWeld\t3.0\t4.0\t12\t50000\tNO\tP\n"
        let gazetteer = try Gazetteer(tsv: Array(table.utf8))
        let text = SourceText("It burned in Weld.")
        #expect(gazetteer.places(in: text, span: text.span).map(\.geonames) == [11])
        #expect(
            gazetteer.places(in: text, span: text.span, hints: PlaceHints(countries: ["NO"])).map(\.geonames) == [12])
    }
}
