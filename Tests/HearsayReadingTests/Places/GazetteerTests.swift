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

    @Test(arguments: Self.cases) func places(_ line: String) throws {
        let gazetteer = try #require(Self.shipped)
        let halves = line.split(separator: "=>", maxSplits: 1).map(String.init)
        let wanted = halves.count > 1 ? TimeText.trimmed(halves[1]) : ""
        let text = SourceText(TimeText.trimmed(halves[0]))
        let countries = gazetteer.countries(in: text, span: text.span)
        let found = gazetteer.places(in: text, span: text.span, countries: countries)
        #expect(found.map { "\(text.string($0.span))=\($0.name)" }.joined(separator: " ") == wanted)
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
        #expect(throws: GazetteerError(code: .noRows, line: 0)) { try Gazetteer(tsv: Array("# nothing\n".utf8)) }
    }

    @Test func theCountriesOfTheArticleDecide() throws {
        let table = "Weld\t1.0\t2.0\t11\t900000\tUS\tP\nWeld\t3.0\t4.0\t12\t50000\tNO\tP\n"
        let gazetteer = try Gazetteer(tsv: Array(table.utf8))
        let text = SourceText("It burned in Weld.")
        #expect(gazetteer.places(in: text, span: text.span).map(\.geonames) == [11])
        #expect(gazetteer.places(in: text, span: text.span, countries: ["NO"]).map(\.geonames) == [12])
    }

    static let cases = [
        "Shells fell near Kharkiv. => Kharkiv=Kharkiv", "Shells fell near Kharkov. => Kharkov=Kharkiv",
        "KYIV — It rained. => KYIV=Kyiv", "Doha’s bank slept. => Doha=Doha", "Kyiv slammed it. => Kyiv=Kyiv",
        "He flew from Paris to Rome. => Paris=Paris Rome=Rome", "Paris Weld slept.", "Governor Austin Reed slept.",
        "Ms Lima said no.", "Mr. London said no.", "Ana Lima said no.", "J. Paris said no.", "Reading books is good.",
        "He lives in Reading now. => Reading=Reading", "Nice work was done.", "It rained in Nice. => Nice=Nice",
        "He moved to São Paulo. => São Paulo=São Paulo", "He moved to Sao Paulo. => Sao Paulo=São Paulo",
        "He moved to Kraków. => Kraków=Kraków", "He moved to Krakow. => Krakow=Kraków",
        "He moved to New York. => New York=New York City", "Ukraine and Russia met. => Ukraine=Ukraine Russia=Russia",
        "The United States objected. => United States=United States", "Britain objected. => Britain=United Kingdom",
        "Chad Weld slept.", "Chad’s army slept. => Chad=Chad", "Lima said it would wait. => Lima=Lima",
        "It rained in La Paz. => La Paz=La Paz", "It rained in paris.", "The march began.", "May came.",
        "He lives in London, Canada. => London=London Canada=Canada", "Split votes hurt.",
        "The Kharkiv region burned. => Kharkiv=Kharkiv", "The Donetsk Oblast burned. => Donetsk=Donetsk",
        "It rained in Ho Chi Minh City. => Ho Chi Minh City=Ho Chi Minh City", "Ankara denied it. => Ankara=Ankara",
        "It rained in Tbilisi on Monday. => Tbilisi=Tbilisi", "Beirut’s port burned. => Beirut=Beirut",
        "It rained in Texas. => Texas=Texas", "Moscow seeks peace, Ankara says. => Moscow=Moscow Ankara=Ankara",
        "Western Ukraine froze. => Ukraine=Ukraine",
    ]
}
