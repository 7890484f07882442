internal import Glibc
internal import HearsayCore

/// Which pages of the ledger a journal (`-wal`) holds, as its frames say (sqlite.org/fileformat2.html, section 4).
struct JournalPages {
    /// The pages, from 1.
    private(set) var pages: Set<Int> = []
    /// How many pages the ledger has after the last transaction; nil when there is none.
    private(set) var size: Int?
    /// The size of a page in bytes.
    let pageSize: Int

    /// Reads the heads of a journal's frames; nil when it is no journal.
    init?(path: String) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        guard let head = Self.read(file, at: 0, count: 32),
            [0x377F_0682, 0x377F_0683].contains(Self.number(head[0..<4]))
        else { return nil }
        pageSize = Self.number(head[8..<12])
        guard (512...65_536).contains(pageSize) else { return nil }
        var at = 32
        // Frames with other salts are left of an earlier journal.
        while let frame = Self.read(file, at: at, count: 24), frame[8..<16] == head[16..<24] {
            pages.insert(Self.number(frame[0..<4]))
            let committed = Self.number(frame[4..<8])
            if committed > 0 { size = committed }
            at += 24 + pageSize
        }
    }

    private static func read(_ file: Int32, at offset: Int, count: Int) -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, pread(file, buffer.baseAddress, count, off_t(offset)))
        }
        return bytes.count == count ? bytes : nil
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
