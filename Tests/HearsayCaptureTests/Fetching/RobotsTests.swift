import Testing

@testable import HearsayCapture

@Suite struct RobotsTests {
    private func robots(_ text: String) -> Robots { Robots(Array(text.utf8), agent: "hearsay") }

    @Test func theLongestRuleDecides() {
        let robots = robots("User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c\n")
        #expect(robots.allows("/") && !robots.allows("/a") && !robots.allows("/a/x") && !robots.allows("/ab"))
        #expect(robots.allows("/a/b") && !robots.allows("/a/b/c?x") && robots.allows("/robots.txt"))
    }

    @Test func ofTwoRulesOfOneLengthTheOneThatAllowsDecides() {
        #expect(robots("user-agent: *\nDisallow: /page\nAllow: /page\n").allows("/page"))
        #expect(robots("user-agent: *\nAllow: /page\nDisallow: /page\n").allows("/page"))
    }

    @Test func anOwnGroupOutranksTheOneForAll() {
        let text = """
            User-agent: other
            User-agent: Hearsay/2.0
            Disallow: /x

            User-agent: *
            Disallow: /
            """
        #expect(robots(text).allows("/y") && !robots(text).allows("/x"))
        #expect(!robots("User-agent: hearsaybot\nAllow: /\nUser-agent: *\nDisallow: /\n").allows("/y"))
    }

    @Test func groupsOfOneNameAreOneGroup() {
        let robots = robots(
            "User-agent: hearsay\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: hearsay\nDisallow: /b\n")
        #expect(!robots.allows("/a") && !robots.allows("/b") && robots.allows("/c"))
    }

    @Test(
        arguments: [
            ("/*.php", "/a/b.php?x", true), ("/*.php$", "/a/b.php?x", false), ("/*.php$", "/a/b.php", true),
            ("/fish*", "/fishheads", true), ("*/end$", "/a/end", true), ("*/end$", "/a/ends", false),
            ("/a*b*c", "/axbyc", true),
            ("/a*b*c", "/axbyd", false), ("/%7Ejoe/", "/~joe/i", true), ("/caf%c3%a9", "/caf\u{E9}/x", true),
            ("/a%3cd", "/a%3Cd", true),
            ("/a-%2A.html", "/a-*.html", true), ("/a-%2A.html", "/a-b.html", false), ("/a%24", "/a$", true),
            ("/a$b", "/a$b", true), ("/a$b", "/a", false),
            ("/a%24", "/a", false), ("/**$", "/x", true), ("*", "/", true),
        ] as [(String, String, Bool)])
    func patternsFit(_ pattern: String, _ path: String, _ fits: Bool) {
        #expect(robots("User-agent: *\nDisallow: \(pattern)\n").allows(path) == !fits)
    }

    @Test func whatIsOddIsReadAsFarAsItGoes() {
        #expect(robots("").allows("/a") && robots("Disallow: /\n").allows("/a"))
        #expect(robots("User-agent: *\nDisallow:\n").allows("/a"))
        #expect(!robots("\u{FEFF}user-AGENT : *  # all\r\nDisallow: /a # not this\r\n").allows("/a"))
        #expect(robots("User-agent: *\nCrawl-delay: 7\n").pause == 7)
        #expect(robots("User-agent: *\nCrawl-delay: 999999\n").pause == 60)
        #expect(robots("User-agent: *\nCrawl-delay: soon\nSitemap: /s\n").pause == nil)
    }

    @Test func aHostilePatternTakesNoTime() {
        let rule = "Disallow: /\(String(repeating: "a*", count: 900))b\n"
        // What takes too long to tell is not fetched.
        let robots = robots("User-agent: *\n" + String(repeating: rule, count: 250))
        #expect(!robots.allows("/" + String(repeating: "a", count: 8000)))
        #expect(robots.allows("/x"))
    }
}

@Suite struct RetryAfterTests {
    @Test(
        arguments: [
            ("120", nil, 120), (" 0 ", nil, 0), ("99999999", nil, 86_400), ("-5", nil, nil), ("soon", nil, nil),
            ("99999999999999999999", nil, nil), ("Fri, 31 Dec 1999 23:59:59 GMT", "Fri, 31 Dec 1999 23:58:59 GMT", 60),
            ("Fri, 31 Dec 1999 23:58:59 GMT", "Fri, 31 Dec 1999 23:59:59 GMT", 0),
            ("Fri, 31 Dec 1999 23:58:59 GMT", nil, nil),
        ] as [(String, String?, Int?)])
    func secondsAndDatesAreRead(_ value: String, _ now: String?, _ seconds: Int?) {
        #expect(RetryAfter.seconds(value, now: now) == seconds)
    }
}
