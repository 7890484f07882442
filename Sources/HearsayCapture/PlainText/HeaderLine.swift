import HearsayCore

/// A line above an article that tells its date, its authors, or both.
struct HeaderLine: Hashable {
    /// The dates.
    private(set) var dates: DateLine?
    /// The authors.
    private(set) var authors: [String] = []

    /// What a header line tells; nil when any part of it is neither a date nor a byline.
    init?(_ line: ByteSlice) {
        guard line.count <= 240 else { return nil }
        for part in Self.parts(of: line) {
            if let dates = DateLine(part) {
                self.dates = self.dates ?? dates
            } else if let authors = Byline.authors(of: part) {
                self.authors += authors
            } else {
                return nil
            }
        }
        if dates == nil && authors.isEmpty { return nil }
    }

    /// The parts between "|", "•" and "·".
    private static func parts(of line: ByteSlice) -> [ByteSlice] {
        var (out, start, at) = ([ByteSlice](), line.startIndex, line.startIndex)
        while at < line.endIndex {
            let rest = line[at...]
            var length = 0
            if line[at] == 0x7C { length = 1 }
            if rest.starts(with: [0xE2, 0x80, 0xA2]) { length = 3 }
            if rest.starts(with: [0xC2, 0xB7]) { length = 2 }
            if length > 0 {
                out.append(line[start..<at].trimmed)
                start = at + length
            }
            at += max(1, length)
        }
        out.append(line[start...].trimmed)
        return out.filter { !$0.isEmpty }
    }
}
