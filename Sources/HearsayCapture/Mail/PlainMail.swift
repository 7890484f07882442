import HearsayCore

/// The plain text of a newsletter, freed of what is not its text.
enum PlainMail {
    /// The text with furniture, ruled lines, addresses of links and the signature taken out; passages stay apart.
    static func cleaned(_ text: ByteSlice, headline: String?, isForwarded: Bool) -> [UInt8] {
        let passages = passages(of: text)
        let kept = MailFurniture.kept(passages.map { $0[...] }, headline: headline, isForwarded: isForwarded)
        return Array(kept.map { passages[$0] }.joined(separator: [0x0A, 0x0A]))
    }

    /// The lines of a text, without their ends.
    static func lines(of text: ByteSlice) -> [ByteSlice] {
        var (out, at) = ([ByteSlice](), text.startIndex)
        while at < text.endIndex {
            let line = MailLine.line(in: text, at: at)
            out.append(line.words)
            at = line.next
        }
        return out
    }

    /// Runs of lines between blank and ruled ones, without addresses.
    private static func passages(of text: ByteSlice) -> [[UInt8]] {
        var (out, open) = ([[UInt8]](), [UInt8]())
        func close() {
            if !open.isEmpty { out.append(open) }
            open = []
        }
        for line in lines(of: text) {
            if line.elementsEqual("-- ".utf8), line.endIndex > text.startIndex + text.count / 2 { break }
            let words = withoutAddresses(line).trimmed
            if words.isEmpty || isRule(words) {
                // A line that held nothing but an address leaves no gap in what is around it.
                if line.trimmed.isEmpty || !words.isEmpty { close() }
                continue
            }
            if !open.isEmpty { open.append(0x0A) }
            open += words
        }
        close()
        return out
    }

    /// Whether a line is drawn: dashes, stars, equals signs.
    private static func isRule(_ words: ByteSlice) -> Bool {
        words.count >= 3 && words.allSatisfy { [0x2D, 0x3D, 0x2A, 0x5F, 0x7E, 0x23, 0x2B, 0x20].contains($0) }
    }

    /// The line without addresses in brackets, which stand behind the words they are linked from, and without one that
    /// fills the line.
    private static func withoutAddresses(_ line: ByteSlice) -> ByteSlice {
        guard line.firstIgnoringCase("http") != nil else { return line }
        var (out, at) = ([UInt8](), line.startIndex)
        while at < line.endIndex {
            if let end = bracketed(line, at) {
                while out.last == 0x20 { out.removeLast() }
                at = end
            } else {
                out.append(line[at])
                at += 1
            }
        }
        let rest = out[...].trimmed
        if let found = WebAddress.find(in: rest), found.range == rest.startIndex..<rest.endIndex { return [] }
        return rest
    }

    /// One past the bracket that closes around an address.
    private static func bracketed(_ line: ByteSlice, _ start: Int) -> Int? {
        let pairs: [UInt8: UInt8] = [0x28: 0x29, 0x5B: 0x5D, 0x3C: 0x3E]
        guard let close = pairs[line[start]] else { return nil }
        let inner = line[(start + 1)...].prefix(12).drop { $0 == 0x20 }
        guard inner.startsIgnoringCase("http:") || inner.startsIgnoringCase("https:") else { return nil }
        let rest = line[inner.startIndex...].prefix(4096)
        guard let end = rest.firstIndex(where: { $0 == close || $0.isASCIISpace }) else { return nil }
        let after = line[end...].drop { $0 == 0x20 }
        return after.first == close ? after.startIndex + 1 : nil
    }
}
