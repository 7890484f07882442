import Foundation
import Hearsay
import HearsayCore
import Hummingbird
import Testing

@testable import HearsayWeb

@Suite struct WebServerTests {
    @Test func itListensOnThisMachineAndEndsWhenCancelled() async throws {
        let server = try WebServer(desk: FixtureDesk(), port: 0)
        let (ports, told) = AsyncStream.makeStream(of: Int.self)
        let running = Task { try await server.run { told.yield($0) } }
        let port = try #require(await ports.first { _ in true })
        #expect(port > 0)
        let answer = Wire.ask(port, "GET /articles HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 200 OK") && answer.contains("Ravna"))
        for host in ["evil.example", "127.0.0.1", "127.0.0.1:\(port)\r\nHost: evil.example"] {
            let refused = Wire.ask(port, "GET /articles HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
            #expect(!refused.hasPrefix("HTTP/1.1 200") && !refused.contains("Ravna"))
        }

        let second = try WebServer(desk: FixtureDesk(), port: port)
        await #expect(throws: WebError(.portInUse, "port \(port) is in use by another program; choose another port")) {
            try await second.run { _ in }
        }
        running.cancel()
        _ = await running.result
    }

    @Test func missingTemplatesAreATypedError() throws {
        #expect { try WebServer(desk: FixtureDesk(), port: 0, resources: "/nowhere") } throws: {
            ($0 as? WebError)?.code == .resourceAbsent
        }
    }

    @Test(arguments: ["{{#open}}", "{{{title}}}", "{{&title}}", "{{% CONTENT_TYPE:TEXT}}x", "{{=<% %>=}}"])
    func alteredTemplatesAreATypedError(_ text: String) throws {
        let folder = URL.temporaryDirectory.appending(path: "hearsay-web-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = try #require(ProgramFolder.path)
        try FileManager.default.copyItem(
            at: URL(filePath: program + "/hearsay_HearsayWeb.resources/Resources"), to: folder)
        try Data(text.utf8).write(to: folder.appending(path: "Templates/claim.mustache"))
        #expect { try WebServer(desk: FixtureDesk(), port: 0, resources: folder.path) } throws: {
            ($0 as? WebError)?.code == .resourceAltered
        }
    }

    /// Adding may take seconds; who reads meanwhile does not wait for it.
    @Test func readingDoesNotWaitForAdding() async throws {
        let site = Site(desk: FixtureDesk(), port: 0, resources: try WebResources(folder: nil))
        let release = DispatchSemaphore(value: 0)
        let adding = Task { try await site.change { _ in release.wait() } }
        for _ in 0..<20 {
            let answered = try await site.read { .json(Twins.overview(try $0.overview())) }
            #expect(answered.status == .ok)
        }
        release.signal()
        try await adding.value
    }

    @Test func aFullLaneRefuses() async throws {
        let lane = DeskLane(threads: 1, limit: 1)
        let release = DispatchSemaphore(value: 0)
        let (starts, start) = AsyncStream.makeStream(of: Void.self)
        let first = Task {
            try await lane.run {
                start.yield()
                release.wait()
            }
        }
        _ = await starts.first { true }
        await #expect(throws: DeskError(.locked, "too many requests wait for the ledger")) {
            try await lane.run {}
        }
        release.signal()
        try await first.value
        try await lane.run {}
    }
}
