/// The "Name: value" lines of a record, a message or a list of facts.
enum HeaderFields {
    /// The fields up to the first empty line, where they end, and what was odd; nil when there is no empty line within
    /// the limits.
    static func read(_ bytes: ByteSlice, limits: ArchiveLimits) -> (fields: [HTTPHeader], end: Int, defects: [String])?
    {
        var (fields, strange, excess) = ([(name: ByteSlice, value: [UInt8])](), 0, 0)
        var rest = bytes.prefix(limits.headerBytes)
        while let newline = rest.firstIndex(of: 0x0A) {
            var line = rest[..<newline]
            if line.last == 0x0D { line = line.dropLast() }
            rest = rest[(newline + 1)...]
            if line.isEmpty {
                var defects = strange > 0 ? ["\(strange) of its header lines are no fields"] : []
                if excess > 0 { defects.append("only the first \(limits.headers) of its header fields are read") }
                return (
                    fields.map { HTTPHeader(name: $0.name.string, value: $0.value.slice.string) }, newline + 1, defects
                )
            }
            if line.first == 0x20 || line.first == 0x09, let last = fields.indices.last {
                fields[last].value += [0x20] + line.trimmed
            } else if let colon = line.firstIndex(of: 0x3A), colon > line.startIndex {
                if fields.count == limits.headers {
                    excess += 1
                } else {
                    fields.append((line[..<colon].trimmed, Array(line[(colon + 1)...].trimmed)))
                }
            } else {
                strange += 1
            }
        }
        return nil
    }
}

extension [HTTPHeader] {
    /// The value of the first field of that name, which is written in small letters.
    func first(named name: String) -> String? { first { $0.name.lowercased() == name }?.value }

    /// The values of all fields of that name, which is written in small letters.
    func all(named name: String) -> [String] { filter { $0.name.lowercased() == name }.map(\.value) }
}
