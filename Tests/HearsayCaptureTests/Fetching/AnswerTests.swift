import Testing

@testable import HearsayCapture

@Suite struct AnswerTests {
    private func answer(_ lines: [String], limits: FetchLimits = FetchLimits()) -> Answer {
        var answer = Answer(limits: limits)
        for line in lines { _ = answer.addHeader(Array((line + "\r\n").utf8)[...]) }
        return answer
    }

    @Test func theHeadIsTakenApart() {
        let answer = answer(["HTTP/2 301", "location:  /b ", "Location: /c", "odd", ": nameless", ""])
        #expect(answer.status == 301)
        #expect(answer.redirect == "/b")
        #expect(answer.headers.map(\.name) == ["location", "Location"])
        #expect(!answer.isSuccess && !answer.wantsBody)
    }

    @Test func onlyTheLastAnswerCounts() {
        let answer = answer(["HTTP/1.1 100 Continue", "A: b", "", "HTTP/1.1 200 OK", "Content-Type: text/html", ""])
        #expect(answer.status == 200)
        #expect(answer.headers == [HTTPHeader(name: "Content-Type", value: "text/html")])
        #expect(answer.wantsBody)
    }

    @Test func aRedirectNeedsItsStatusAndItsAddress() {
        #expect(answer(["HTTP/1.1 200 OK", "Location: /b"]).redirect == nil)
        #expect(answer(["HTTP/1.1 304 Not Modified", "Location: /b"]).redirect == nil)
        #expect(answer(["HTTP/1.1 302 Found"]).redirect == nil)
    }

    @Test func noBytesTrap() {
        let seed = UInt64.random(in: 0 ... .max)
        var state = seed
        func next(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
        let pieces = [
            "HTTP/", "1.1 ", "200", ":", " ", "\r\n", "\0", "Location", "content-type", "text/html", ";", "charset=",
            "\"", "\u{A0}",
        ]
        for _ in 0..<2000 {
            var answer = Answer(limits: FetchLimits())
            for _ in 0..<next(6) {
                var line: [UInt8] = []
                for _ in 0..<next(8) {
                    line += next(4) == 0 ? [UInt8(next(256))] : Array(pieces[Int(next(UInt64(pieces.count)))].utf8)
                }
                _ = answer.addHeader(line[...])
            }
            #expect(answer.headers.allSatisfy { !$0.value.hasPrefix(" ") }, "seed \(seed)")
            _ = (answer.redirect, answer.mediaType, answer.wantsBody)
        }
    }
}
