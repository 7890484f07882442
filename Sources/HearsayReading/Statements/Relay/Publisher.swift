internal import HearsayCore

/// The outlet that published the document: it is never what passed a statement on.
struct Publisher: Sendable {
    let outlet: Document.Outlet

    /// Whether a name is the publisher's, in full or shortened ("the Ledger" in The Coast Ledger).
    func isCalled(_ name: String) -> Bool {
        let letters = String(name.lowercased().filter { $0.isLetter || $0.isNumber })
        let label = outlet.domain?.split(separator: ".").first.map { String($0.filter { $0 != "-" }) } ?? ""
        if label.utf8.count > 4, letters.hasSuffix(label) || label.hasSuffix(letters) { return true }
        guard let publisher = outlet.name else { return false }
        let (long, short) = (Self.parts(name), Self.parts(publisher))
        guard !short.isEmpty, !long.isEmpty else { return false }
        if long.count < short.count { return short.suffix(long.count).elementsEqual(long) }
        // Publishers are often known by a short form ("coast-ledg" for "The Coast Ledger").
        return zip(long, short).allSatisfy { $0.hasPrefix($1) }
    }

    private static func parts(_ name: String) -> [Substring] {
        name.lowercased().split { $0 == " " || $0 == "-" }.filter { $0 != "the" && $0 != "com" }
    }
}
