import Foundation
import Glibc
import Synchronization

/// A small HTTP server on 127.0.0.1 that one test has for itself: it answers paths with what a test puts there.
final class PageServer: Sendable {
    struct NoSocket: Error {}

    let port: UInt16
    private let listener: Int32
    private let state = State()

    private final class State: Sendable {
        let pages = Mutex<[String: String]>([:])
        let asked = Mutex<[String]>([])
    }

    /// The paths that were asked for.
    var asked: [String] { state.asked.withLock { $0 } }

    init() throws {
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
        (self.listener, port) = (listener, UInt16(bigEndian: address.sin_port))
        let state = state
        Thread.detachNewThread {
            while true {
                let connection = accept(listener, nil, nil)
                if connection < 0 { break }
                Self.serve(connection, state)
                close(connection)
            }
            close(listener)
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    /// What is answered at a path; anything else is not found. "URL" in it stands for the server's address, and what
    /// starts with "HTTP/" is the whole answer.
    func put(_ path: String, _ text: String) {
        state.pages.withLock { $0[path] = text.replacing("URL", with: url("")) }
    }

    private static func serve(_ connection: Int32, _ state: State) {
        var (head, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 4096))
        while !head.contains([13, 10, 13, 10]) {
            let count = recv(connection, &buffer, buffer.count, 0)
            if count <= 0 { return }
            head += buffer[..<count]
        }
        let words = String(decoding: head, as: UTF8.self).split(separator: " ")
        let path = words.count > 1 ? String(words[1]) : ""
        state.asked.withLock { $0.append(path) }
        let page = state.pages.withLock { $0[path] }
        let isXML = page?.hasPrefix("<?xml") == true
        let whole =
            page.map {
                $0.hasPrefix("HTTP/")
                    ? $0
                    : "HTTP/1.1 200 OK\r\nContent-Type: \(isXML ? "application/xml" : "text/html")\r\n"
                        + "Content-Length: \($0.utf8.count)\r\nConnection: close\r\n\r\n\($0)"
            } ?? "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        var rest = Array(whole.utf8)[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if sent <= 0 { return }
            rest = rest.dropFirst(sent)
        }
    }
}
