extension WARCReader {
    /// A record whose block has not been read yet.
    struct Draft {
        var version: String
        let headers: [HTTPHeader]
        let start: Int
        var end = 0
        var defects: [String]
        var isARCHeader = false
        var isShared = false

        init(version: String, headers: [HTTPHeader], start: Int, defects: [String]) {
            (self.version, self.headers, self.start, self.defects) = (version, headers, start, defects)
        }

        var isARC: Bool { version.hasPrefix("ARC/") }

        /// Adds a defect once.
        mutating func note(_ defect: String) {
            if !defects.contains(defect) { defects.append(defect) }
        }

        func record(with block: [UInt8]) -> WARCRecord {
            WARCRecord(
                kind: kind, version: version, id: Self.bare(headers.first(named: "warc-record-id")), date: date,
                targetURI: target, headers: headers, block: block, offset: start, length: isShared ? nil : end - start,
                defects: defects)
        }

        private var kind: WARCRecord.Kind {
            if isARC { return isARCHeader ? .warcinfo : .response }
            return .init(rawValue: headers.first(named: "warc-type")?.lowercased() ?? "")
        }

        private var date: String? {
            if isARC { return headers.first(named: "archive-date").flatMap { RecordTime.compact($0) } }
            return headers.first(named: "warc-date").flatMap { RecordTime.rfc3339($0) }
        }

        private var target: String? {
            let bare = Self.bare(headers.first(named: isARC ? "url" : "warc-target-uri"))
            return bare.map { $0.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20") }
        }

        private static func bare(_ text: String?) -> String? {
            guard let text else { return nil }
            return text.hasPrefix("<") && text.hasSuffix(">") && text.utf8.count > 1
                ? String(text.dropFirst().dropLast()) : text
        }
    }
}
