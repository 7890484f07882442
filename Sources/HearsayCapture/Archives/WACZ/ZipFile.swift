internal import CZip
import HearsayCore

/// A zip file that is read entry by entry. Entries that could do harm are refused by name, the others are at hand.
final class ZipFile {
    /// One file in it.
    struct Entry: Hashable {
        let index: UInt64
        let name: String
        /// Bytes when unpacked.
        let size: Int
    }

    /// The entries that may be read, in their order.
    private(set) var entries: [Entry] = []
    /// What was refused, and why.
    private(set) var problems: [CaptureError] = []

    private let archive: OpaquePointer
    private let memory: UnsafeMutableRawPointer?

    /// Opens the file at a path.
    convenience init(path: String, limits: ArchiveLimits) throws(CaptureError) {
        try self.init(zip_source_file_create(path, 0, -1, nil), memory: nil, limits: limits)
    }

    /// Opens a whole file in memory.
    convenience init(bytes: [UInt8], limits: ArchiveLimits) throws(CaptureError) {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
        memory.copyMemory(from: bytes, byteCount: bytes.count)
        let source = zip_source_buffer_create(memory, UInt64(bytes.count), 0, nil)
        try self.init(source, memory: memory, limits: limits)
    }

    private init(_ source: OpaquePointer?, memory: UnsafeMutableRawPointer?, limits: ArchiveLimits) throws(CaptureError)
    {
        var (error, size) = (zip_error_t(), 0)
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        var stat = zip_stat_t()
        if let source, zip_source_stat(source, &stat) == 0 { size = Int(clamping: stat.size) }
        // The library takes an empty file for an archive without entries.
        guard let source, size > 0, let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            let reason =
                source == nil || size == 0
                ? "it is empty or cannot be opened" : String(cString: zip_error_strerror(&error)).lowercased()
            if let source { zip_source_free(source) }
            memory?.deallocate()
            throw CaptureError(.malformed, "no zip file that can be read (\(reason))")
        }
        (self.archive, self.memory) = (archive, memory)
        try list(fileSize: size, limits: limits)
    }

    deinit {
        zip_discard(archive)
        memory?.deallocate()
    }

    /// The entry of that name.
    func entry(named name: String) -> Entry? { entries.first { $0.name == name } }

    // MARK: Listing

    private func list(fileSize: Int, limits: ArchiveLimits) throws(CaptureError) {
        let count = Int(clamping: zip_get_num_entries(archive, 0))
        guard count <= limits.entries else {
            throw CaptureError(.tooLarge, "the zip file has \(count) entries, and at most \(limits.entries) are read")
        }
        var (names, packed, unpacked) = (Set<[UInt8]>(), 0, 0)
        for index in 0..<UInt64(max(0, count)) {
            var stat = zip_stat_t()
            zip_stat_init(&stat)
            guard zip_stat_index(archive, index, UInt32(ZIP_FL_ENC_RAW), &stat) == 0, let raw = stat.name else {
                problems.append(CaptureError(.malformed, "entry \(index) of the zip file cannot be read"))
                continue
            }
            let name = String(cString: raw)
            packed = packed.addingReportingOverflow(Int(clamping: stat.comp_size)).partialValue
            // Entries lie side by side, so together they are no larger than the file.
            guard packed <= fileSize, packed >= 0 else {
                throw CaptureError(
                    .unsafe, "the entries of the zip file overlap, from \u{201C}\(shown(name))\u{201D} on")
            }
            if name.hasSuffix("/"), stat.size == 0 { continue }
            if let reason = refusal(of: name, index, stat, limits) {
                problems.append(
                    CaptureError(.unsafe, "the entry \u{201C}\(shown(name))\u{201D} \(reason); it is not read"))
            } else if !names.insert(Array(name.utf8)).inserted {
                problems.append(
                    CaptureError(
                        .malformed, "the entry \u{201C}\(shown(name))\u{201D} is there twice; the first is read"))
            } else if unpacked + Int(clamping: stat.size) > limits.expansion(of: fileSize) {
                let reason = "\u{201C}\(shown(name))\u{201D} and the entries before it unpack to more than"
                throw CaptureError(.unsafe, "\(reason) \(limits.ratio) times the size of the zip file")
            } else {
                unpacked += Int(clamping: stat.size)
                entries.append(Entry(index: index, name: name, size: Int(clamping: stat.size)))
            }
        }
    }

    private func shown(_ name: String) -> String { String(name.prefix(120)) }

    /// Why an entry is not read, as the end of a sentence.
    private func refusal(of name: String, _ index: UInt64, _ stat: zip_stat_t, _ limits: ArchiveLimits) -> String? {
        if Self.climbs(name) { return "would climb out of its folder" }
        if stat.encryption_method != UInt16(ZIP_EM_NONE) { return "is encrypted" }
        var (system, attributes) = (UInt8(0), UInt32(0))
        if zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0,
            system == UInt8(ZIP_OPSYS_UNIX), [0xA000, 0x2000, 0x6000, 0x1000].contains(attributes >> 16 & 0xF000)
        {
            return "is a link or a device"
        }
        let (size, packed) = (Int(clamping: stat.size), Int(clamping: stat.comp_size))
        if size > limits.expansion(of: packed) { return "would unpack to \(size) bytes from \(packed)" }
        return nil
    }

    /// Whether a name leads out of the folder that it is unpacked in, on any system.
    static func climbs(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        return bytes.isEmpty || bytes.count > 1024 || bytes[0] == 0x2F || bytes.contains { $0 == 0x5C || $0 < 0x20 }
            || bytes.count > 1 && bytes[0].isASCIILetter && bytes[1] == 0x3A
            || bytes.split(separator: 0x2F, omittingEmptySubsequences: false).contains {
                $0.elementsEqual([0x2E, 0x2E])
            }
    }

    // MARK: Reading

    /// The pieces of an entry, unpacked; an empty piece is its end. It throws a ``CaptureError`` where it is damaged.
    func pieces(of entry: Entry) -> () throws -> [UInt8] {
        let reading = Reading(of: entry, in: self)
        return { try reading.next() }
    }

    /// A whole entry of at most `limit` bytes.
    func bytes(of entry: Entry, limit: Int) throws(CaptureError) -> [UInt8] {
        guard entry.size <= limit else {
            throw CaptureError(
                .tooLarge, "\u{201C}\(entry.name)\u{201D} has \(entry.size) bytes; at most \(limit) are read")
        }
        let reading = Reading(of: entry, in: self)
        var out: [UInt8] = []
        while true {
            let piece = try reading.next()
            if piece.isEmpty { return out }
            out += piece
        }
    }

    /// An entry that is open.
    private final class Reading {
        private let zip: ZipFile
        private let entry: Entry
        private let file: OpaquePointer?
        private var left: Int

        init(of entry: Entry, in zip: ZipFile) {
            (self.zip, self.entry, left) = (zip, entry, entry.size)
            file = zip_fopen_index(zip.archive, entry.index, 0)
        }

        deinit { if let file { zip_fclose(file) } }

        func next() throws(CaptureError) -> [UInt8] {
            guard let file else {
                throw CaptureError(
                    .unsupported, "\u{201C}\(entry.name)\u{201D} cannot be opened; its packing is not known")
            }
            var count: zip_int64_t = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, filled in
                count = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
                filled = Int(max(0, count))
            }
            guard count >= 0, bytes.count <= left, !bytes.isEmpty || left == 0 else {
                throw CaptureError(.malformed, "\u{201C}\(entry.name)\u{201D} is damaged in the zip file")
            }
            left -= bytes.count
            return bytes
        }
    }
}
