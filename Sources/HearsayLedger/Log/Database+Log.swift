internal import GRDB
internal import TransparencyLog

extension Database {
    /// Appends an entry that covers `content`, within the transaction that stores the content.
    /// - Returns: the entry's number.
    func append(_ kind: LogEntry.Kind, time: String, content: [String: [UInt8]]) throws -> Int {
        let salt = Random.bytes(32)
        let leaf = Leaf(kind: kind, time: time, content: content, salt: salt).bytes
        let number = try logSize()
        try cachedStatement(sql: "INSERT INTO entry (number, kind, time, salt, leaf, hash) VALUES (?, ?, ?, ?, ?, ?)")
            .execute(arguments: [number, kind.rawValue, time, salt.blob, leaf.blob, LogHash.leaf(leaf).bytes.blob])
        return number
    }

    /// How many entries there are; the number of the next one.
    func logSize() throws -> Int {
        try Int.fetchOne(cachedStatement(sql: "SELECT max(number) + 1 FROM entry")) ?? 0
    }
}
