import HearsayCore
import Testing

@testable import HearsayExport

@Suite struct StatementTableTests {
    @Test func tableIsAsRecorded() throws {
        try expectGolden(Sample.file(StatementTable(), [Sample.article]), "statements.csv")
    }

    @Test func everyRowHasEveryColumn() throws {
        let rows = try #require(CSVText.rows(of: Sample.file(StatementTable(), [Sample.article, Sample.article])))
        #expect(rows.count == 11)
        #expect(rows[0] == StatementTable.columns)
        #expect(rows.allSatisfy { $0.count == StatementTable.columns.count })
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\t=1", "'\t=1"), ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"), ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠a", "'＠a"), ("'=1", "''=1"),
        ("'tis", "'tis"), ("a=1", "a=1"), ("", ""), ("'", "'"), ("=\u{338}1", "'=\u{338}1"), ("''-", "'''-"),
        ("\r\n=1", "'\r\n=1"),
    ])
    func formulasAreGuarded(text: String, cell: String) {
        #expect(Array(StatementTable.guarded(text).utf8) == Array(cell.utf8))
        #expect(Array(StatementTable.unguarded(cell).utf8) == Array(text.utf8))
    }

    @Test func noCellStartsAFormulaForAReaderOfSemicolonsOrTabs() throws {
        var article = Sample.article
        article.reading.document.outlet.name = "a;=cmd()\t=cmd()"
        let rows = Sample.file(StatementTable(), [article])
        #expect(String(decoding: rows, as: UTF8.self).contains(",\"a;=cmd()\t=cmd()\","))
    }

    @Test func nothingIsWrittenOfAnArticleWithoutStatements() {
        var article = Sample.article
        article.reading.statements = []
        var table = StatementTable()
        #expect(table.article(article).isEmpty)
        #expect(table.claim(Sample.claim).isEmpty)
        #expect(table.foot().isEmpty)
    }

    @Test func aVoiceThatIsNotThereIsNobody() throws {
        var article = Sample.article
        article.reading.voices = []
        let rows = try #require(CSVText.rows(of: Sample.file(StatementTable(), [article])))
        #expect(rows[1][8...10] == ["", "", "false"])
        #expect(rows[1][14] == "v1")
    }
}
