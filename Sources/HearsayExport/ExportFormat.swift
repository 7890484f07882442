/// The formats in which a whole ledger is written for other people's tools.
public enum ExportFormat: String, Sendable, CaseIterable {
    /// A table with a row for each statement (RFC 4180).
    case csv
    /// A STIX 2.1 bundle.
    case stix
    /// PROV-O as JSON-LD.
    case prov
    /// Web Annotations as JSON-LD.
    case annotations

    /// An export in this format.
    public func export(by generator: ExportGenerator) -> any LedgerExport {
        switch self {
        case .csv: StatementTable()
        case .stix: STIXBundle()
        case .prov: ProvenanceGraph(generator: generator)
        case .annotations: AnnotationPage(generator: generator)
        }
    }
}
