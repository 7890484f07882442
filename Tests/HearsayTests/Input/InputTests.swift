import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Hearsay

@Suite struct InputTests {
    private func read(_ arguments: [String], limits: InputLimits = InputLimits(), facts: ArticleFacts = ArticleFacts())
        -> [Result<InputItem, InputProblem>]
    {
        Array(InputReader(paths: InputPaths.expand(arguments), facts: facts, limits: limits))
    }

    private func texts(_ results: [Result<InputItem, InputProblem>]) -> [String] {
        results.map {
            switch $0 {
            case .success(let item):
                switch item.content {
                case .text(let text): text
                case .reading: "reading"
                case .bytes(let bytes, _): String(decoding: bytes, as: UTF8.self)
                }
            case .failure(let problem): "! " + problem.reason
            }
        }
    }

    @Test func foldersAreReadInOrderByEnding() throws {
        let scratch = try Scratch()
        for name in ["b.txt", "a/z.HTML", "a/y.md", "c.pdf", ".hidden.txt", "a/deep/er/x.htm"] {
            try scratch.write(name, name)
        }
        #expect(texts(read([scratch.path])) == ["a/deep/er/x.htm", "a/y.md", "a/z.HTML", "b.txt"])
        #expect(texts(read([scratch.path + "/*.txt", scratch.path + "/[ab]/*.md"])) == ["b.txt", "a/y.md"])
    }

    @Test func aFolderThatLinksToItselfEnds() throws {
        let scratch = try Scratch()
        try scratch.write("a.txt", "a")
        try FileManager.default.createSymbolicLink(atPath: scratch.path + "/loop", withDestinationPath: scratch.path)
        #expect(texts(read([scratch.path])) == ["a"])
    }

    /// Opening a pipe would wait for somebody who writes into it.
    @Test func aPipeInAFolderIsNotOpened() throws {
        let scratch = try Scratch()
        try scratch.write("a.txt", "a")
        let pipe = scratch.path + "/pipe.jsonl"
        #expect(mkfifo(pipe, 0o600) == 0)
        try FileManager.default.createSymbolicLink(atPath: scratch.path + "/b.txt", withDestinationPath: "a.txt")
        try FileManager.default.createSymbolicLink(atPath: scratch.path + "/c.txt", withDestinationPath: pipe)
        try FileManager.default.createSymbolicLink(atPath: scratch.path + "/d.txt", withDestinationPath: "none")
        #expect(texts(read([scratch.path])) == ["a", "a", "! no such file or folder"])
        #expect(InputReader.count(of: InputPaths.expand([scratch.path + "/a.txt"])) == 1)
        #expect(InputReader.count(of: InputPaths.expand([pipe])) == nil)
    }

    @Test func whatCannotBeReadIsToldInItsPlace() throws {
        let scratch = try Scratch()
        try scratch.write("good.txt", "good")
        try scratch.write("empty.txt", "")
        try scratch.write("none/a.pdf", "x")
        try FileManager.default.createSymbolicLink(atPath: scratch.path + "/loop.txt", withDestinationPath: "loop.txt")
        let paths = ["/missing.txt", "/good.txt", "/empty.txt", "/none", "/*.csv", "/loop.txt"].map {
            scratch.path + $0
        }
        let found = texts(read(paths))
        #expect(found[0] == "! no such file or folder")
        #expect(found[1] == "good")
        #expect(found[2] == "! the file is empty")
        #expect(found[3].hasPrefix("! the folder holds no file that ends in .arc"))
        #expect(found[4] == "! no file matches this pattern")
        #expect(found[5] == "! too many levels of symbolic links")
    }

    @Test func aBadLineDoesNotStopTheOthers() throws {
        let scratch = try Scratch()
        let lines = [
            #"{"id": "a", "text": "one", "published": "2031-03-22", "outlet": "The Gull", "url": "u", "headline": "h", "byline": "b"}"#,
            "", #"{"id": "b", "text": "half \ud800"}"#, "[1]", #"{"text": 1}"#,
            #"{"id": 7, "text": "last 🌊", "outlet": null}"#, "{}",
        ]
        let file = try scratch.write("a.jsonl", lines.joined(separator: "\r\n"))
        let results = read([file], facts: ArticleFacts(outlet: "Default", charset: "latin1"))
        #expect(results.count == 6)
        let first = try results[0].get()
        #expect(first.id == "a" && first.facts.published == "2031-03-22" && first.facts.outlet == "The Gull")
        #expect(first.facts.headline == "h" && first.facts.byline == "b" && first.facts.charset == nil)
        let last = try results[4].get()
        #expect(
            last.id == "7" && last.content == .text("last 🌊") && last.facts.outlet == "Default"
                && last.origin == file + ":6")
        #expect(
            throws: InputProblem(
                origin: file + ":3", reason: "not valid JSON at byte 26: a lone surrogate stands for no character")
        ) {
            try results[1].get()
        }
        #expect(
            texts(results)[2...3] == [
                #"! an object with "text" is expected, not a list"#,
                #"! the field "text" must be a string, not a number"#,
            ])
        #expect(texts(results)[5] == #"! the field "text" is missing"#)
    }

    @Test func jsonFilesHoldAnArticleAListOrLines() throws {
        let scratch = try Scratch()
        let one = try scratch.write("one.json", "{\n \"text\": \"a\"\n}\n")
        let list = try scratch.write("list.json", #"[{"text": "a"}, 5, {"text": "b"}]"#)
        let lines = try scratch.write("lines.json", "{\"text\": \"a\"}\n{\"text\": \"b\"}\n")
        let bad = try scratch.write("bad.json", "{\"text\": ")
        let none = try scratch.write("none.json", "[]")
        #expect(texts(read([one])) == ["a"])
        #expect(texts(read([list])) == ["a", #"! an object with "text" is expected, not a number"#, "b"])
        #expect(texts(read([lines])) == ["a", "b"])
        #expect(texts(read([bad])) == ["! not valid JSON at byte 9: it ends too early"])
        #expect(texts(read([none])) == ["! the list holds no article"])
    }

    @Test func limitsAreErrors() throws {
        let scratch = try Scratch()
        var limits = InputLimits()
        (limits.fileBytes, limits.lineBytes) = (1 << 20, 600_000)
        let big = try scratch.write("big.txt", [UInt8](repeating: 0x61, count: 2 << 20))
        #expect(texts(read([big], limits: limits)) == ["! longer than 1 MiB, the most that is read as one article"])
        let long = "{\"text\": \"" + String(repeating: "a", count: 700_000) + "\"}"
        let file = try scratch.write("l.jsonl", "{\"text\": \"a\"}\n\(long)\n{\"text\": \"b\"}\n\(long)")
        #expect(
            texts(read([file], limits: limits)) == [
                "a", "! line 2 is longer than 600000 bytes, the most that is read", "b",
                "! line 4 is longer than 600000 bytes, the most that is read",
            ])
    }

    @Test(arguments: [1, 2, 3, 7, 100]) func linesAreFoundInAnyCut(_ seed: Int) throws {
        let scratch = try Scratch()
        let words = (0..<200).map { String(repeating: "x", count: ($0 * seed * 37) % 5000) }
        let file = try scratch.write("a.txt", words.joined(separator: "\n"))
        var reader = LineReader(source: try ByteSource(path: file), limit: 10_000)
        var lines: [String] = []
        while let line = try reader.next() { lines.append(String(decoding: line.bytes, as: UTF8.self)) }
        if words.last?.isEmpty == true { lines.append("") }
        #expect(lines == words)
    }

    @Test func anArticleWithoutTextIsAProblem() {
        let engine = ReadingEngine.capturing()
        let blank = InputItem(origin: "a", content: .text(" \n"))
        #expect(throws: InputProblem(origin: "a", reason: "the text is empty")) { try engine.document(blank) }
        var limits = InputLimits()
        limits.textBytes = 3
        let long = InputItem(origin: "a", content: .text("four"))
        #expect(throws: InputProblem.self) { try ReadingEngine.capturing(limits: limits).document(long) }
    }
}

@Suite struct BatchTests {
    private struct Stop: Error {}

    private func items(_ count: Int) -> [Result<InputItem, InputProblem>] {
        (0..<count).map { number in
            number % 10 == 3
                ? .failure(InputProblem(origin: "\(number)", reason: "bad"))
                : .success(InputItem(origin: "\(number)", id: "id\(number)", content: .text("\(number)")))
        }
    }

    @Test(arguments: [1, 2, 8]) func resultsComeInInputOrder(_ jobs: Int) throws {
        let batch = Batch(jobs: jobs) { item -> String in
            usleep(UInt32.random(in: 0..<300))
            if item.origin.hasSuffix("7") { throw InputProblem(origin: item.origin, reason: "seven") }
            return item.origin
        }
        var seen: [String] = []
        try batch.run(items(200)) { finished in
            seen.append(finished.origin)
            if case .success(let value) = finished.result {
                #expect(value == finished.origin && finished.id == "id\(value)")
            }
        }
        #expect(seen == (0..<200).map(String.init))
    }

    @Test func onlyAWindowOfInputsIsTaken() throws {
        let counts = Mutex((taken: 0, delivered: 0))
        let inputs = AnyIterator { () -> Result<InputItem, InputProblem>? in
            let (taken, delivered) = counts.withLock { counts in
                counts.taken += 1
                return counts
            }
            #expect(taken - delivered <= 2 * 64)
            return taken > 1000 ? nil : .success(InputItem(origin: "\(taken)", content: .text("")))
        }
        try Batch(jobs: 2) { $0.origin }.run(inputs) { _ in counts.withLock { $0.delivered += 1 } }
        #expect(counts.withLock { $0.delivered } == 1000)
    }

    /// An input that does not come, such as the next line of a pipe, holds up nothing that came before it.
    @Test func whatIsThereIsDeliveredWhileTheNextInputIsWaitedFor() throws {
        let delivered = DispatchSemaphore(value: 0)
        var number = 0
        let inputs = AnyIterator { () -> Result<InputItem, InputProblem>? in
            number += 1
            // Far longer than it takes on a busy machine; without delivery the test would wait for ever.
            if number > 1 { #expect(delivered.wait(timeout: .now() + 120) == .success) }
            return number > 5 ? nil : .success(InputItem(origin: "\(number)", content: .text("")))
        }
        var origins: [String] = []
        try Batch(jobs: 2) { $0.origin }.run(inputs) { finished in
            origins.append(finished.origin)
            delivered.signal()
        }
        #expect(origins == ["1", "2", "3", "4", "5"])
    }

    @Test func anInputThatDoesNotComeDoesNotHoldUpTheEnd() throws {
        let ended = DispatchSemaphore(value: 0)
        var number = 0
        let inputs = AnyIterator { () -> Result<InputItem, InputProblem>? in
            number += 1
            if number == 2 { ended.wait() }
            return number > 2 ? nil : .success(InputItem(origin: "\(number)", content: .text("")))
        }
        #expect(throws: Stop.self) {
            try Batch(jobs: 1) { $0.origin }.run(inputs) { _ in throw Stop() }
        }
        ended.signal()
    }

    @Test func whatDeliveryThrowsEndsTheBatch() {
        var delivered = 0
        #expect(throws: Stop.self) {
            try Batch(jobs: 2) { $0.origin }.run(items(50)) { _ in
                delivered += 1
                if delivered == 5 { throw Stop() }
            }
        }
        #expect(delivered == 5)
    }
}
