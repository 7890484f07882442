import HearsayCore

/// The part of a host name that its owner registered.
enum RegisteredDomain {
    /// The registered domain of a host, see ``HostName/registered(_:)``.
    static func of(host: String) -> String { HostName.registered(host) }

    /// The registered domain of an address; nil without a host.
    static func of(address: String) -> String? { WebAddress.host(of: Array(address.utf8)[...]).map { of(host: $0) } }
}
