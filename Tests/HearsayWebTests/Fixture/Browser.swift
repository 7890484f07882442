import Hearsay
import Hummingbird
import HummingbirdTesting

@testable import HearsayWeb

/// Asks the pages of a desk as a browser on this machine would, at http://localhost/.
struct Browser: Sendable {
    let client: any TestClientProtocol
    let site: Site

    static let own = "http://localhost"

    /// Runs a test against the pages of a desk.
    static func open(_ desk: any Desk = FixtureDesk(), _ test: @Sendable (Browser) async throws -> Void) async throws {
        let server = try WebServer(desk: desk, port: 80)
        try await server.application().test(.router) { client in
            try await test(Browser(client: client, site: server.site))
        }
    }

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Page {
        try await Page(client.execute(uri: path, method: .get, headers: Self.fields(headers)))
    }

    /// Sends a form as one of the site's own pages would; headers given with nil are left out.
    func post(
        _ path: String, _ fields: [String: String], token: String? = nil, headers: [String: String?] = [:]
    ) async throws -> Page {
        let fields = fields.merging([FormToken.field: token ?? site.token.value]) { $1 }
        let body = fields.map { "\(URLEncodedForm.encode($0))=\(URLEncodedForm.encode($1))" }.joined(separator: "&")
        let defaults: [String: String?] = ["Origin": Self.own, "Content-Type": "application/x-www-form-urlencoded"]
        let all = defaults.merging(headers) { $1 }.compactMapValues(\.self)
        return try await send(path, Array(body.utf8), headers: all)
    }

    func send(_ path: String, _ body: [UInt8], headers: [String: String]) async throws -> Page {
        try await Page(
            client.execute(uri: path, method: .post, headers: Self.fields(headers), body: ByteBuffer(bytes: body)))
    }

    private static func fields(_ headers: [String: String]) -> HTTPFields {
        var fields: HTTPFields = [:]
        for (name, value) in headers { FieldName(name).map { fields.append(.init(name: $0, value: value)) } }
        return fields
    }
}

/// What came back.
struct Page: Sendable {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    init(_ response: TestResponse) {
        (status, headers, bytes) = (response.status.code, response.headers, Array(response.body.readableBytesView))
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    func header(_ name: String) -> String? { headers.single(name) }
}
