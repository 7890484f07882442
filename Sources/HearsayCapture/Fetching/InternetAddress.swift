/// A numeric address of the internet: four bytes, or sixteen.
struct InternetAddress: Hashable, Sendable {
    private let bytes: [UInt8]

    /// The address of four or sixteen bytes; nil for any other count.
    init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// What the address is kept for, in words ("a private network"); nil when anybody's page may live there.
    ///
    /// An IPv6 address that carries an IPv4 one (mapped, compatible, 6to4, NAT64) is judged by what it carries.
    var reservation: String? {
        if bytes.count == 4 { return Self.ranges4.first { $0.holds(bytes) }?.use }
        for range in Self.carriers where range.holds(bytes) {
            return Self.ranges4.first { $0.holds(bytes[range.payload...].prefix(4)) }?.use
        }
        if let range = Self.ranges6.first(where: { $0.holds(bytes) }) { return range.use }
        // Only 2000::/3 has been given out.
        return bytes[0] & 0xE0 == 0x20 ? nil : "reserved"
    }

    /// Addresses that begin alike.
    private struct Range {
        var prefix: [UInt8]
        var bits: Int
        var use: String

        func holds(_ bytes: some Sequence<UInt8>) -> Bool {
            var left = bits
            for (byte, wanted) in zip(bytes, prefix) where left > 0 {
                let mask = left >= 8 ? 0xFF : ~(UInt8(0xFF) >> UInt8(left))
                if (byte ^ wanted) & mask != 0 { return false }
                left -= 8
            }
            return true
        }
    }

    /// IPv6 addresses with an IPv4 address inside, and where it begins.
    private struct Carrier {
        var prefix: [UInt8]
        var payload: Int

        func holds(_ bytes: [UInt8]) -> Bool { bytes.starts(with: prefix) }
    }

    /// The IANA registry of special-purpose IPv4 addresses, and multicast.
    private static let ranges4 = [
        Range(prefix: [0], bits: 8, use: "unspecified"),
        Range(prefix: [10], bits: 8, use: "a private network"),
        Range(prefix: [100, 64], bits: 10, use: "a provider's own network"),
        Range(prefix: [127], bits: 8, use: "this machine"),
        Range(prefix: [169, 254], bits: 16, use: "the local link"),
        Range(prefix: [172, 16], bits: 12, use: "a private network"),
        Range(prefix: [192, 0, 0], bits: 24, use: "reserved"),
        Range(prefix: [192, 0, 2], bits: 24, use: "documentation"),
        Range(prefix: [192, 88, 99], bits: 24, use: "reserved"),
        Range(prefix: [192, 168], bits: 16, use: "a private network"),
        Range(prefix: [198, 18], bits: 15, use: "benchmarks"),
        Range(prefix: [198, 51, 100], bits: 24, use: "documentation"),
        Range(prefix: [203, 0, 113], bits: 24, use: "documentation"),
        Range(prefix: [224], bits: 4, use: "multicast"),
        Range(prefix: [240], bits: 4, use: "reserved"),
    ]

    private static let carriers = [
        Carrier(prefix: zeros(10) + [0xFF, 0xFF], payload: 12),
        Carrier(prefix: [0x00, 0x64, 0xFF, 0x9B] + zeros(8), payload: 12),
        Carrier(prefix: [0x20, 0x02], payload: 2),
    ]

    /// The special parts of IPv6. The loopback and the unspecified address lie where the compatible ones do.
    private static let ranges6 = [
        Range(prefix: zeros(15) + [1], bits: 128, use: "this machine"),
        Range(prefix: zeros(16), bits: 128, use: "unspecified"),
        Range(prefix: [0x20, 0x01, 0x00], bits: 23, use: "reserved"),
        Range(prefix: [0x20, 0x01, 0x0D, 0xB8], bits: 32, use: "documentation"),
        Range(prefix: [0x3F, 0xFF, 0x00], bits: 20, use: "documentation"),
        Range(prefix: [0xFC], bits: 7, use: "a private network"),
        Range(prefix: [0xFE, 0x80], bits: 10, use: "the local link"),
        Range(prefix: [0xFE, 0xC0], bits: 10, use: "a private network"),
        Range(prefix: [0xFF], bits: 8, use: "multicast"),
    ]

    private static func zeros(_ count: Int) -> [UInt8] { Array(repeating: 0, count: count) }
}
