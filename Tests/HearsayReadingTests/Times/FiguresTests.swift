import Testing

@testable import HearsayCore
@testable import HearsayReading

@Suite struct FiguresTests {
    private func figures(_ string: String, published: String?) -> Figures {
        let text = SourceText(string)
        let block = Document.Block(kind: .paragraph, span: text.span)
        return Figures(text: text, blocks: [block], published: published)
    }

    @Test func smallNumbersWithoutAUnitCount() {
        let found = figures("Two thirds of them came. The answer is 4.", published: nil)
        #expect(found.quantities.map(\.value) == [2.0 / 3, 4])
    }

    @Test func theTimeOfPublicationAnchorsHours() {
        let found = figures("They will meet in 20 minutes.", published: "2024-03-29T23:50:00Z")
        #expect(found.times.map(TimeText.show) == ["2024-03-30T00:10"])
        #expect(figures("They will meet in 20 minutes.", published: "2024-03-29").times.map(\.value) == [nil])
    }

    @Test func aYearIsNoQuantity() {
        #expect(figures("It was signed on 3 May 2019.", published: nil).quantities.isEmpty)
    }
}
