import HearsayCore

/// The one line that stands before each record of an ARC file:
/// "address IP-address date type length", with five more fields in version 2.
struct ARCLine {
    /// The fields, named as the format names them.
    let headers: [HTTPHeader]

    private static let names = ["URL", "IP-address", "Archive-date", "Content-type", "Archive-length"]
    private static let longNames = [
        "URL", "IP-address", "Archive-date", "Content-type", "Result-code", "Checksum", "Location", "Offset",
        "Filename", "Archive-length",
    ]

    /// A line that has the fields of a record; nil for any other. The address may have spaces in it.
    init?(_ line: ByteSlice) {
        let words = line.trimmed.split(separator: 0x20, omittingEmptySubsequences: false)
        guard let first = words.first, first.prefix(20).contains(0x3A) else { return nil }
        guard let names = [Self.longNames, Self.names].first(where: { Self.fit(words, $0.count) }) else { return nil }
        let tail = words.suffix(names.count - 1)
        let address = line[line.startIndex..<(tail[tail.startIndex].startIndex)].trimmed
        headers = zip(names, [address] + tail).map { HTTPHeader(name: $0, value: $1.string) }
    }

    /// Whether the words end in as many fields, of which the second is a date and the first an address or "-".
    private static func fit(_ words: [ByteSlice], _ count: Int) -> Bool {
        guard words.count >= count else { return false }
        let tail = Array(words.suffix(count - 1))
        return tail[1].count >= 8 && tail[1].allSatisfy(\.isASCIIDigit) && tail[0].contains { $0 == 0x2E || $0 == 0x3A }
            && !tail.contains { $0.isEmpty }
    }

    /// The address that the record is about.
    var url: String { headers.first?.value ?? "" }
}
