import Hearsay
import HearsayCore
import Testing

@testable import HearsayWeb

/// Foreign text in every field, on every page.
@Suite struct HostileTests {
    private static let paths = [
        "/", "/articles", "/articles/1", "/claims?all=1", HostileAffair.claimPath, "/sources", "/sources/1",
        "/sources/2", "/sources/2?done=1", "/sources/3", "/sources/possible?done=1", "/sources/history?done=2",
        "/sources/possible?judge=\(HostileAffair.encoded(HostileAffair.attack))", "/articles/1/changes",
        "/due", "/search?q=alert", "/search?q=\(HostileAffair.encoded(HostileAffair.attack))", "/add", "/log",
    ]

    @Test(arguments: paths) func nothingEscapesItsPlace(_ path: String) async throws {
        let desk = FixtureDesk([HostileAffair.article])
        try desk.settle(
            "c\"><b>/../?#", outcome: .true, evidence: [HostileAffair.attack, "javascript:alert(1)"],
            judge: HostileAffair.attack)
        _ = try desk.keepSourcesApart(2, 3, judge: HostileAffair.attack)
        _ = try desk.undoSourceDecision(1, judge: HostileAffair.attack)
        try await Browser.open(desk) { browser in
            let page = try await browser.get(path)
            #expect(page.status == 200)
            #expect(HTMLCheck(page.text).strangers == [])
            #expect(page.text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || !PlainText.isUnsafe($0) })
            #expect(!page.text.contains("javascript:alert(1)\""))
        }
    }

    @Test func whatIsMergedStaysInItsPlace() async throws {
        let desk = FixtureDesk([HostileAffair.article])
        _ = try desk.mergeSources([2, 3], judge: HostileAffair.attack)
        try await Browser.open(desk) { browser in
            for path in ["/sources/2?done=1", "/sources/history?done=1", "/sources/possible?done=1"] {
                let page = try await browser.get(path)
                #expect(page.status == 200 && HTMLCheck(page.text).strangers == [])
            }
            let attack = HostileAffair.attack
            let fields = ["into": "2", "other": attack, "name": attack, "voice": "1:\"><b>"]
            for path in ["/sources/merge", "/sources/2/split"] {
                let page = try await browser.post(path, fields)
                #expect([400, 404].contains(page.status) && HTMLCheck(page.text).strangers == [])
            }
            let listed = try await browser.post(
                "/sources/apart", ["first": "2", "second": "3", "judge": HostileAffair.attack, "list": "1"])
            #expect(listed.header("Location")?.allSatisfy { $0.isASCII && !$0.isWhitespace } == true)
        }
    }

    @Test func errorsAreEscapedToo() async throws {
        try await Browser.open(FixtureDesk(failure: DeskError(.failed, HostileAffair.attack))) { browser in
            let page = try await browser.get("/")
            #expect(page.status == 500 && HTMLCheck(page.text).strangers == [])
            let twin = try await browser.get("/.json")
            #expect((try? JSONReader.value(of: twin.bytes)) != nil)
        }
        try await Browser.open { browser in
            let page = try await browser.get("/claims/\(HostileAffair.encoded(HostileAffair.attack))")
            #expect(page.status == 404 && HTMLCheck(page.text).strangers == [])
        }
    }

    @Test(arguments: [
        ("https://a.example/x", true), ("HTTP://a.example", true), ("javascript:alert(1)", false),
        ("data:text/html,x", false), ("//a.example", false), ("https://a.example/\u{202E}x", false),
        ("https://a.example/ x", false), (" https://a.example", false), ("", false),
    ])
    func onlyTheWebIsLinked(_ url: String, _ isLinked: Bool) {
        #expect((Address.outside(url) != nil) == isLinked)
    }

    @Test func theCheckItselfSeesAttacks() {
        #expect(HTMLCheck("<p title=\"\"\u{301} onclick=x>").strangers.contains("p[onclick]"))
        #expect(!HTMLCheck("<script>x</script>").strangers.isEmpty)
        #expect(!HTMLCheck("<a href=\"javascript:x\">").strangers.isEmpty)
        #expect(!HTMLCheck("<img src=x>").strangers.isEmpty)
    }
}
