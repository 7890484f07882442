/// The names of what belongs to a revision.
struct RevisionNames {
    /// What tells a capture from all others: where it came from, its bytes and when.
    private let capture: [UInt8]
    /// What tells a reading: the capture and the versions of the stages.
    private let reading: [UInt8]

    init(_ revision: ExportedRevision) {
        capture = ExportID.joined([revision.address ?? "", revision.digest, revision.captured])
        reading = capture + ExportID.joined(revision.orderedStages.flatMap { [$0.name, $0.version] })
    }

    /// The captured bytes.
    var captureID: ExportID { ExportID("capture", begun: capture) }

    /// The capturing of them.
    var capturingID: ExportID { ExportID("capturing", begun: capture) }

    /// The document as those stages read it.
    var documentID: ExportID { ExportID("document", begun: reading) }

    /// The reading of it.
    var readingID: ExportID { ExportID("reading", begun: reading) }

    /// A voice of the reading.
    func voiceID(_ voice: String) -> ExportID { ExportID("voice", begun: reading, ["", voice]) }

    /// A statement of the reading.
    func statementID(_ statement: String) -> ExportID { ExportID("statement", begun: reading, ["", statement]) }
}

extension ExportedRevision {
    /// The names of what belongs to it. Costs a walk over its facts; keep them while there is more than one to ask for.
    var names: RevisionNames { RevisionNames(self) }
}
