import Foundation
import Glibc
import Synchronization

/// A small HTTP server on 127.0.0.1 that one test has for itself. Each request gets a connection and an answer.
final class TestServer: Sendable {
    /// A piece of an answer.
    enum Step: Sendable {
        case send([UInt8])
        case pause(milliseconds: Int)

        static func text(_ text: String) -> Step { .send(Array(text.utf8)) }
    }

    struct NoSocket: Error {}

    let port: UInt16
    private let listener: Int32
    private let seen = Seen()

    /// The requests so far, head by head.
    var requests: [String] { seen.heads.withLock { $0 } }

    private final class Seen: Sendable {
        let heads = Mutex<[String]>([])
    }

    /// A server that answers a path ("/a?b") with some steps.
    init(_ answer: @escaping @Sendable (String) -> [Step]) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard listener >= 0, isBound else { throw NoSocket() }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        let seen = seen
        Thread.detachNewThread {
            while true {
                let connection = accept(listener, nil, nil)
                if connection < 0 { break }
                Self.serve(connection, seen, answer)
                close(connection)
            }
            close(listener)
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    func url(_ path: String, host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }

    /// A whole answer.
    static func page(
        _ body: [UInt8], status: String = "200 OK", type: String? = "text/html", headers: [String] = []
    ) -> [Step] {
        let lines =
            ["HTTP/1.1 \(status)", "Content-Length: \(body.count)", "Connection: close"]
            + (type.map { ["Content-Type: \($0)"] } ?? []) + headers
        return [.text(lines.joined(separator: "\r\n") + "\r\n\r\n"), .send(body)]
    }

    static func page(_ body: String, status: String = "200 OK", type: String? = "text/html", headers: [String] = [])
        -> [Step]
    { page(Array(body.utf8), status: status, type: type, headers: headers) }

    static func redirect(_ location: String, status: String = "302 Found") -> [Step] {
        page("moved", status: status, headers: ["Location: \(location)"])
    }

    private static func serve(_ connection: Int32, _ seen: Seen, _ answer: (String) -> [Step]) {
        var (head, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 4096))
        while !head.contains([13, 10, 13, 10]) {
            let count = recv(connection, &buffer, buffer.count, 0)
            if count <= 0 { return }
            head += buffer[..<count]
        }
        let text = String(decoding: head, as: UTF8.self)
        seen.heads.withLock { $0.append(text) }
        let words = text.split(separator: " ")
        for step in answer(words.count > 1 ? String(words[1]) : "") {
            switch step {
            case .pause(let milliseconds): usleep(UInt32(milliseconds) * 1000)
            case .send(let bytes):
                var rest = bytes[...]
                while !rest.isEmpty {
                    let sent = rest.withUnsafeBytes {
                        send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                    }
                    if sent <= 0 { return }
                    rest = rest.dropFirst(sent)
                }
            }
        }
    }
}
