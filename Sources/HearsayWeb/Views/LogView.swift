internal import Hearsay

/// The transparency log, and what signing or checking it just gave.
struct LogView {
    struct EntryLine {
        var index: Int
        var entryKind: String
        var time: String
        var hash: String
        var about: String
        var entryHref: String?
    }

    struct Check {
        var holds: Bool
        var headline: String
        var anchor: String
        var findings: [String]
    }

    var frame: Frame
    var origin: String
    var size: String
    var root: String
    var checkpoint: String?
    var unsigned: String?
    var verifierKey: String?
    var justSigned: Bool
    var check: Check?
    var hasEntries: Bool
    var entries: [EntryLine]

    init(_ log: LogDetail, signed: Bool = false, verification: LogVerification? = nil, site: Site) {
        frame = Frame("Log", section: .log, twin: "/log.json", site: site)
        (origin, size, root) = (log.origin, Words.count(log.size, "entry", "entries"), log.root)
        (checkpoint, verifierKey, justSigned) = (log.checkpoint, log.verifierKey, signed)
        let behind = log.signedSize.map { log.size - $0 } ?? log.size
        unsigned = behind > 0 ? Words.count(behind, "entry", "entries") : nil
        check = verification.map(Self.check)
        hasEntries = !log.entries.isEmpty
        entries = log.entries.map {
            EntryLine(
                index: $0.index, entryKind: $0.kind, time: Words.minute($0.time), hash: String($0.hash.prefix(16)),
                about: PlainText.singleLine($0.about), entryHref: $0.article.map(Address.article))
        }
    }

    private static func check(_ result: LogVerification) -> Check {
        let anchor =
            switch result.anchor {
            case .checkpoint(let size):
                "It was held against a checkpoint of \(Words.count(size, "entry", "entries")) that is remembered outside the ledger."
            case .itself:
                "It is consistent with itself only: no checkpoint is remembered outside the ledger to hold it against."
            }
        let entries = Words.count(result.entries, "entry", "entries")
        return Check(
            holds: result.holds,
            headline: result.holds
                ? "All \(entries) agree with what is stored."
                : "\(Words.count(result.findings.count, "thing does", "things do")) not agree.",
            anchor: anchor,
            findings: result.findings.map { finding in
                finding.index.map { "Entry \($0): \(finding.text)" } ?? finding.text
            })
    }
}
