import HearsayCore

@testable import HearsayCapture

/// Invented newsletters, put together as mail programs write them.
enum MailFixtures {
    /// Lines joined as they travel.
    static func wire(_ text: String) -> [UInt8] {
        Array(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8)
    }

    /// Base64 in lines of 76 letters.
    static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var out: [UInt8] = []
        var at = 0
        while at < bytes.count {
            let group = bytes[at..<min(at + 3, bytes.count)]
            let padded = Array(group) + [0, 0]
            let value = Int(padded[0]) << 16 | Int(padded[1]) << 8 | Int(padded[2])
            for place in 0..<4 {
                out.append(place <= group.count ? alphabet[value >> (18 - 6 * place) & 63] : 0x3D)
            }
            at += 3
            if at % 57 == 0 { out.append(0x0A) }
        }
        return String(decoding: out, as: UTF8.self)
    }

    static let head = """
        Return-Path: <bounce@harbourpost.example>
        Received: from mx.harbourpost.example by mail.example; Tue, 4 Mar 2031 06:30:05 +0000
        From: Harbour Post <news@mail.harbourpost.example>
        To: reader@home.example
        Subject: Council shuts the old pier
        Date: Tue, 4 Mar 2031 07:30:00 +0100
        Message-ID: <1@harbourpost.example>
        MIME-Version: 1.0
        """

    static let page = """
        <html><head><title>HP</title><style>p { color: red }</style></head><body>
        <div style="display:none">A short look at what is in the mail today, and nothing else.</div>
        <table><tr><td><p><a href="https://harbourpost.example/pier?view=1">View in browser</a></p></td></tr>
        <tr><td><h1>Council shuts the old pier</h1>
        <p>By Mara Quill</p>
        <p>The council of Kelmoor has shut the old pier, the <a href="https://gazette.example/pier">Gazette</a> reported on Monday, citing two clerks.</p>
        <p>\u{201C}It was not safe,\u{201D} the harbour master, Tom Reed, told the Post in a short call on Tuesday morning.</p>
        <p>The pier may open again in May, according to a plan that has not been made public so far.</p></td></tr>
        <tr><td><p>Share | Tweet | Forward</p>
        <p>You are receiving this email because you signed up at harbourpost.example. <a href="https://harbourpost.example/u">Unsubscribe</a></p>
        <p>Harbour Post, 12 Quay Street, Kelmoor 4021</p></td></tr></table></body></html>
        """

    static let plain = """
        View in browser: https://harbourpost.example/pier?view=1

        Council shuts the old pier
        ==========================

        By Mara Quill

        The council of Kelmoor has shut the old pier, the Gazette
        (https://gazette.example/pier) reported on Monday, citing two
        clerks.

        "It was not safe," the harbour master, Tom Reed, told the Post in
        a short call on Tuesday morning.

        The pier may open again in May, according to a plan that has not
        been made public so far.

        ---
        Unsubscribe: https://harbourpost.example/u
        Harbour Post, 12 Quay Street, Kelmoor 4021
        """

    static let body = [
        "Council shuts the old pier",
        "The council of Kelmoor has shut the old pier, the Gazette reported on Monday, citing two clerks.",
        "\u{201C}It was not safe,\u{201D} the harbour master, Tom Reed, told the Post in a short call on Tuesday morning.",
        "The pier may open again in May, according to a plan that has not been made public so far.",
    ]

    static func read(_ bytes: [UInt8], _ options: CaptureOptions = .init()) throws -> Document {
        try DocumentReader().document(from: bytes, id: "m", options: options)
    }

    /// The words of the blocks that are read, each on one line.
    static func lines(_ document: Document) -> [String] {
        document.blocks.filter { [.headline, .heading, .paragraph].contains($0.kind) }
            .map { Whitespace.collapsed(document.text.utf8[$0.span.range]).string }
    }
}
