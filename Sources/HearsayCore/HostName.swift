/// Names of machines on the web.
package enum HostName {
    /// Second labels under which a country's registry gives out names ("co.uk").
    private static let shared: Set<String> = [
        "co", "com", "org", "net", "ac", "gov", "edu", "gob", "go", "or", "ne", "gv", "govt", "ltd", "plc", "me", "nom",
        "in",
    ]

    /// The part of a host name that its owner registered: its last two labels, or three below names like "co.uk".
    /// Addresses in digits stay.
    package static func registered(_ host: String) -> String {
        let labels = host.split(separator: ".")
        guard labels.count > 2, let last = labels.last, last.utf8.contains(where: { $0 > 0x39 }) else { return host }
        let second = labels[labels.count - 2]
        let count = last.utf8.count == 2 && shared.contains(String(second)) ? 3 : 2
        return labels.suffix(count).joined(separator: ".")
    }
}
