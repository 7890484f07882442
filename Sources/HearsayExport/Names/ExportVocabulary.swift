internal import HearsayCore

/// Hearsay's own words in JSON-LD, for what the public vocabularies have no word for.
enum ExportVocabulary {
    /// What the words begin with. It is nobody's web address, so it cannot be lost with a domain.
    static let prefix = "urn:uuid:\(ExportID.namespace)#"
}

extension Document.Outlet {
    /// The name by which it is shown; nil when nothing is known of it.
    var label: String? { (name?.filled ?? domain?.filled) }

    /// What tells it from all others.
    var id: ExportID { ExportID("outlet", [domain ?? "", name ?? ""]) }
}

extension String {
    /// Itself, but nil when it is empty.
    var filled: String? { isEmpty ? nil : self }
}
