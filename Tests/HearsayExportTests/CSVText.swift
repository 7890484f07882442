/// A reader of RFC 4180, as plain as it can be; nil for what is none.
enum CSVText {
    static func rows(of bytes: [UInt8]) -> [[String]]? {
        var (rows, row, at) = ([[String]](), [String](), 0)
        while at < bytes.count {
            guard let cell = cell(bytes, &at) else { return nil }
            row.append(cell)
            if at < bytes.count, bytes[at] == 0x2C {
                at += 1
            } else if bytes[at...].starts(with: [0x0D, 0x0A]) {
                at += 2
                rows.append(row)
                row = []
            } else {
                return nil
            }
        }
        return row.isEmpty ? rows : nil
    }

    private static func cell(_ bytes: [UInt8], _ at: inout Int) -> String? {
        var cell: [UInt8] = []
        guard at < bytes.count, bytes[at] == 0x22 else {
            while at < bytes.count, ![0x22, 0x2C, 0x0D, 0x0A].contains(bytes[at]) {
                cell.append(bytes[at])
                at += 1
            }
            return String(decoding: cell, as: UTF8.self)
        }
        at += 1
        while at < bytes.count {
            if bytes[at] == 0x22 {
                guard at + 1 < bytes.count, bytes[at + 1] == 0x22 else {
                    at += 1
                    return String(decoding: cell, as: UTF8.self)
                }
                at += 1
            }
            cell.append(bytes[at])
            at += 1
        }
        return nil
    }
}
