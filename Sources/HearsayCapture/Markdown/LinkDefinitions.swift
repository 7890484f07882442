import HearsayCore

/// The addresses that a Markdown text names apart from the words that are linked: "[label]: https://…".
struct LinkDefinitions {
    private var addresses: [[UInt8]: ByteSlice] = [:]

    /// Reads a line; false when it is no definition.
    mutating func read(_ line: ByteSlice) -> Bool {
        guard line.first == 0x5B, let close = line.prefix(400).firstIndex(of: 0x5D), close > line.startIndex + 1,
            close + 1 < line.endIndex, line[close + 1] == 0x3A
        else { return false }
        var address = line[(close + 2)...].trimmed.prefix { !$0.isASCIISpace }
        if address.first == 0x3C, address.last == 0x3E { address = address.dropFirst().dropLast() }
        // "[Kelmoor]: a town" is a sentence.
        guard address.contains(0x2F) || address.first == 0x23, !address.isEmpty else { return false }
        let label = Self.key(line[(line.startIndex + 1)..<close])
        if addresses[label] == nil { addresses[label] = address }
        return true
    }

    /// The address that a label stands for.
    func address(of label: ByteSlice) -> ByteSlice? {
        addresses.isEmpty || label.count > 400 ? nil : addresses[Self.key(label)]
    }

    private static func key(_ label: ByteSlice) -> [UInt8] { Array(Whitespace.collapsed(label)).map(\.asciiLowercased) }
}
