import Hearsay
import HearsayCore
import Testing

@testable import HearsayWeb

@Suite struct PageTests {
    static let paths = [
        "/", "/articles", "/articles/2", "/articles/2?revision=1", "/claims", "/claims?all=1", "/claims/c1",
        "/claims/c2",
        "/sources", "/sources/1", "/sources/2", "/sources/3", "/sources/possible", "/sources/history",
        "/articles/2/changes", "/articles/2/changes?from=1&to=2", "/due", "/search", "/search?q=300", "/log",
    ]

    private static func twin(_ path: String) -> String {
        let parts = path.split(separator: "?", maxSplits: 1)
        return parts[0] + ".json" + (parts.count > 1 ? "?" + parts[1] : "")
    }

    @Test(arguments: paths + ["/add"]) func everyPageAnswers(_ path: String) async throws {
        try await Browser.open { browser in
            let page = try await browser.get(path)
            #expect(page.status == 200)
            #expect(page.header("Content-Type") == "text/html; charset=utf-8")
            let check = HTMLCheck(page.text)
            #expect(check.strangers == [])
            #expect(check.tags.count { $0.name == "h1" } == 1)
            #expect(!page.text.contains("{{") && !page.text.contains("Optional("))
            #expect(page.text.contains("<html lang=\"en\">"))
        }
    }

    @Test(arguments: paths) func everyPageHasATwin(_ path: String) async throws {
        try await Browser.open { browser in
            let page = try await browser.get(Self.twin(path))
            #expect(page.status == 200)
            #expect(page.header("Content-Type") == "application/json; charset=utf-8")
            guard case .object(let fields) = try JSONReader.value(of: page.bytes) else {
                Issue.record("\(path): no object")
                return
            }
            #expect(fields["hearsay"] == .number(1))
        }
    }

    @Test func aFoundStatementSaysWhoSaidIt() async throws {
        try await Browser.open { browser in
            let page = try await browser.get("/search?q=300")
            #expect(page.text.contains(/said by (<a href="\/sources\/[0-9]+">)?[A-Za-z]/))
        }
    }

    @Test func headersGuardEveryAnswer() async throws {
        try await Browser.open { browser in
            for path in Self.paths + ["/nope", "/style.css", "/articles/1/capture", "/claims/c1.json"] {
                let page = try await browser.get(path)
                #expect(
                    page.header("Content-Security-Policy")?.hasPrefix("default-src 'none'; style-src 'self'") == true)
                #expect(page.header("X-Content-Type-Options") == "nosniff")
                #expect(page.header("Referrer-Policy") == "same-origin")
                #expect(page.header("Cross-Origin-Opener-Policy") == "same-origin")
                #expect(page.header("Cache-Control") == "no-store")
            }
        }
    }

    @Test func anEmptyLedgerSaysWhatToDoFirst() async throws {
        try await Browser.open(FixtureDesk([])) { browser in
            let page = try await browser.get("/")
            #expect(page.text.contains("href=\"/add\"") && page.text.contains("hearsay demo"))
            for path in ["/articles", "/claims", "/sources", "/due", "/log"] {
                let status = try await browser.get(path).status
                #expect(status == 200)
            }
        }
    }

    @Test func theCaptureIsADownload() async throws {
        try await Browser.open { browser in
            let page = try await browser.get("/articles/2/capture?revision=1")
            #expect(page.header("Content-Type") == "application/octet-stream")
            #expect(page.header("Content-Disposition") == "attachment; filename=\"article-2-revision-1.bin\"")
            #expect(page.bytes == Array(HarbourAffair.courier.text.utf8))
        }
    }

    @Test func fromANumberToItsUnnamedSourcesInTwoSteps() async throws {
        try await Browser.open { browser in
            let article = try await browser.get("/articles/2")
            let statement =
                "<a class=\"to\" href=\"/claims/c1\">Ravna will lose 300,000 containers a year from June</a>"
            #expect(article.text.contains(statement))
            let claim = try await browser.get("/claims/c1")
            #expect(claim.text.contains("<a href=\"/sources/1\">two officials in the Transport Ministry, unnamed</a>"))
            #expect(claim.text.contains("At least 1, likely 1, at most 2 independent origins"))
            let source = try await browser.get("/sources/1")
            #expect(source.text.contains("A voice without a name."))
        }
    }

    @Test func theArticleTwinIsTheReading() async throws {
        try await Browser.open { browser in
            guard case .object(let twin) = try JSONReader.value(of: await browser.get("/articles/2.json").bytes),
                case .object(let reading) = try JSONReader.value(
                    of: ReadingJSON.bytes(of: HarbourAffair.courier.reading))
            else { return #expect(Bool(false)) }
            for (name, value) in reading { #expect(twin[name] == value) }
            guard case .object(let ledger) = twin["ledger"] else { return #expect(Bool(false)) }
            #expect(ledger["claims"] == .object(["s1": .string("c1"), "s2": .string("c1"), "s3": .string("c1")]))
        }
    }

    @Test func oldRevisionsSaySo() async throws {
        try await Browser.open { browser in
            let page = try await browser.get("/articles/2?revision=1")
            #expect(page.text.contains("This is revision 1, not the latest."))
            #expect(!page.text.contains("class=\"to\""))
            let status2 = try await browser.get("/articles/2?revision=3").status
            #expect(status2 == 404)
            let status3 = try await browser.get("/articles/2?revision=x").status
            #expect(status3 == 400)
        }
    }

    /// An old capture that came late has the highest number, and is not the latest.
    @Test func theLatestRevisionIsTheOneThatWasSeenLast() throws {
        let site = try WebServer(desk: FixtureDesk(), port: 80).site
        var article = try #require(try site.desk.article(2, revision: 2))
        article.revisions = [article.revisions[1], article.revisions[0]]
        #expect(ArticleView(article, site: site).isOld)
        article.revision = article.revisions[0]
        #expect(!ArticleView(article, site: site).isOld)
    }

    @Test func aClaimTellsItsCirclesAndWhatWasTakenBack() async throws {
        try await Browser.open { browser in
            let page = try await browser.get("/claims/c1")
            #expect(page.text.contains("id=\"circles\"") && page.text.contains("id=\"withdrawn\""))
            #expect(page.text.contains("Radio Skerry") && page.text.contains("cites the one before"))
            #expect(page.text.contains("the sentence is gone") && page.text.contains("published after the change"))
            #expect(page.text.contains("href=\"/claims/c1.svg\""))
            let twin = try await browser.get("/claims/c1.json")
            #expect(twin.text.contains("\"circles\"") && twin.text.contains("\"withdrawn\""))
            let other = try await browser.get("/claims/c2")
            #expect(!other.text.contains("id=\"circles\"") && !other.text.contains("id=\"withdrawn\""))
        }
    }

    @Test func outletsNotAtHandStandBesideTheEdges() async throws {
        try await Browser.open { browser in
            let article = try await browser.get("/articles/6")
            #expect(article.text.contains("<b>The Coast Bulletin</b>") && article.text.contains("<q>The port will"))
            #expect(article.text.contains("cited, not at hand · 90\u{A0}% sure"))
            let claim = try await browser.get("/claims/c2")
            #expect(claim.text.contains("</a> took from The Coast Bulletin <span"))
            let start = JSONValue.number(Double(HarbourAffair.herald.headline.count + 2))
            guard case .object(let ofArticle) = try JSONReader.value(of: await browser.get("/articles/6.json").bytes),
                case .object(let ledger) = ofArticle["ledger"],
                case .object(let ofClaim) = try JSONReader.value(of: await browser.get("/claims/c2.json").bytes),
                case .array(let edges) = ofClaim["outside"], case .object(let edge) = edges.first,
                case .array(let evidence) = edge["evidence"], case .object(let place) = evidence.first
            else { return #expect(Bool(false)) }
            let words = try #require(HarbourAffair.herald.paragraphs.first)
            let outlet = JSONValue.string("The Coast Bulletin")
            #expect(
                ledger["outside"]
                    == .array([
                        .object(["outlet": outlet, "confidence": .number(0.9), "words": .array([.string(words)])])
                    ]))
            #expect(edge["from"] == .string("a6") && edge["outlet"] == outlet && place["start"] == start)
            let other = try await browser.get("/articles/1")
            #expect(!other.text.contains("not at hand"))
        }
    }

    @Test func aClaimIsKeptAsADrawing() async throws {
        try await Browser.open { browser in
            let drawing = try await browser.get("/claims/c1.svg")
            #expect(drawing.status == 200 && drawing.header("Content-Type") == "image/svg+xml; charset=utf-8")
            // Its own style sheet would not get past the policy for pages, so it is a file to keep.
            #expect(drawing.header("Content-Disposition") == "attachment; filename=\"claim-c1.svg\"")
            #expect(drawing.text.hasPrefix("<svg ") && drawing.text.contains("The Skerry Courier"))
            let missing = try await browser.get("/claims/none.svg").status
            #expect(missing == 404)
        }
        try await Browser.open(FixtureDesk([HostileAffair.article])) { browser in
            let drawing = try await browser.get(HostileAffair.claimPath + ".svg")
            #expect(drawing.status == 200 && !drawing.text.contains("<script") && !drawing.text.contains("<img"))
            #expect(drawing.header("Content-Disposition")?.contains("<") == false)
        }
    }

    @Test func aSettledForecastShowsItsJudgements() async throws {
        try await Browser.open { browser in
            let fields = [
                "outcome": "true", "evidence": "https://lantern.example/9\nSeen at the quay", "judge": "Noor",
            ]
            let sent = try await browser.post("/claims/c1/settle", fields)
            #expect(sent.status == 303 && sent.header("Location") == "/claims/c1#forecast")
            let page = try await browser.get("/claims/c1")
            #expect(
                page.text.contains("<a class=\"url\" href=\"https://lantern.example/9\" rel=\"noreferrer noopener\">"))
            #expect(page.text.contains("Seen at the quay") && page.text.contains("Take the judgement back"))
        }
    }

    @Test func aForecastIsNotSettledWithoutEvidence() async throws {
        try await Browser.open { browser in
            for fields in [
                ["outcome": "true", "evidence": " \n"], ["outcome": "perhaps", "evidence": "x"], ["evidence": "x"],
            ] {
                let status4 = try await browser.post("/claims/c1/settle", fields).status
                #expect(status4 == 400)
            }
            let status5 = try await browser.post("/claims/none/settle", ["outcome": "true", "evidence": "x"]).status
            #expect(status5 == 404)
        }
    }

    @Test func articlesAreAddedInThreeWays() async throws {
        try await Browser.open { browser in
            let pasted = try await browser.post("/add/text", ["text": "A headline\r\n\r\nInes said the wall is sound."])
            #expect(pasted.status == 200 && pasted.text.contains("Added as article 7, with 1 statement."))
            let text8 = try await browser.get("/articles/7").text
            #expect(text8.contains("the wall is sound"))
            let again = try await browser.post("/add/text", ["text": "A headline\n\nInes said the wall is sound."])
            #expect(again.text.contains("These very bytes are there already"))
            let fetched = try await browser.post("/add/address", ["url": "https://lantern.example/1"])
            #expect(fetched.text.contains("Added as article 8"))
            let parts = MultipartTests.body(
                [
                    ("token", nil, Array(browser.site.token.value.utf8)),
                    ("file", "a.txt", Array("One\n\nInes said two.".utf8)),
                ])
            let sent = try await browser.send(
                "/add/file", parts, headers: ["Content-Type": MultipartTests.type, "Origin": Browser.own])
            #expect(sent.text.contains("Added as article 9"))
        }
    }

    @Test func whatCannotBeReadIsAnInputProblem() async throws {
        try await Browser.open { browser in
            let short = try await browser.post("/add/text", ["text": "x"])
            #expect(short.status == 422 && short.text.contains("the pasted text: no article is in it"))
            let status6 = try await browser.post("/add/address", ["url": "file:///etc/passwd"]).status
            #expect(status6 == 422)
            let status7 = try await browser.post("/add/text", ["text": " "]).status
            #expect(status7 == 400)
        }
    }

    @Test(arguments: [("2031-05-16", 200), ("2031-05-16T10:00:00Z", 200), ("16 May", 400), ("2031-02-30", 400)])
    func daysAreWrittenInOneWay(_ day: String, _ status: Int) async throws {
        try await Browser.open { browser in
            let page = try await browser.post("/add/text", ["text": "A\n\nInes said that it is so.", "published": day])
            #expect(page.status == status)
        }
    }

    @Test func theLogIsSignedAndVerified() async throws {
        try await Browser.open { browser in
            let text9 = try await browser.post("/log/verify", [:]).text
            #expect(text9.contains("consistent with itself only"))
            let signed = try await browser.post("/log/sign", [:])
            #expect(signed.text.contains("hearsay.example+5f2c+AbCd"))
            let text10 = try await browser.post("/log/verify", [:]).text
            #expect(text10.contains("remembered outside the ledger"))
        }
    }
}
