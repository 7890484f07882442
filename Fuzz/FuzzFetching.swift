// A libFuzzer target: what servers send beside pages must be read in bounded time, whatever the bytes. See README.md.

import HearsayCore

@testable import HearsayCapture

/// Called by libFuzzer with each input. The first byte chooses what is read.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFetching(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let data, size > 0 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    let rest = bytes[1...]
    switch bytes[0] & 3 {
    case 0: robots(rest)
    case 1: head(rest)
    case 2: moment(rest)
    default: address(rest)
    }
    return 0
}

/// The first line is a path, the rest is robots.txt.
private func robots(_ bytes: ByteSlice) {
    let path = bytes.prefix { $0 != 0x0A }
    let robots = Robots(Array(bytes.dropFirst(path.count)), agent: "hearsay")
    _ = robots.allows(path.string)
    precondition(robots.allows("/robots.txt"), "robots.txt itself may always be read")
    precondition((robots.pause ?? 0) <= Robots.longestPause, "a pause beyond the bound")
}

/// The lines of an answer's head.
private func head(_ bytes: ByteSlice) {
    var limits = FetchLimits()
    (limits.headerBytes, limits.headers) = (1024, 20)
    var answer = Answer(limits: limits)
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        if !answer.addHeader(line) { break }
    }
    precondition(answer.headers.count <= 21, "more headers than the limits allow")
    _ = (answer.redirect, answer.mediaType?.mayBeArticle)
    _ = answer.header("retry-after").map { RetryAfter.seconds($0, now: answer.header("date")) }
}

/// Two lines: when to come back, and the server's own time.
private func moment(_ bytes: ByteSlice) {
    let lines = bytes.split(separator: 0x0A, maxSplits: 1).map(\.string)
    let seconds = RetryAfter.seconds(lines.first ?? "", now: lines.count > 1 ? lines[1] : nil)
    precondition((0...RetryAfter.longest).contains(seconds ?? 0), "a wait beyond the bound")
}

/// Two lines: an address, and a link found there.
private func address(_ bytes: ByteSlice) {
    let lines = bytes.split(separator: 0x0A, maxSplits: 1).map(\.string)
    guard let base = try? FetchAddress(lines.first ?? "") else { return }
    check(base)
    if lines.count > 1, let next = try? base.following(lines[1]) { check(next) }
}

private func check(_ address: FetchAddress) {
    // Not by characters: a host may begin with one that joins the slash.
    let isWeb = ["http://", "https://"].contains { address.origin.utf8.starts(with: $0.utf8) }
    precondition(isWeb, "no web address")
    precondition(!address.url.utf8.contains { $0 <= 0x20 || $0 == 0x7F }, "a line could break out of the request")
}
