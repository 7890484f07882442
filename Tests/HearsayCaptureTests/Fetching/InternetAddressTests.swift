import Glibc
import Testing

@testable import HearsayCapture

@Suite struct InternetAddressTests {
    private func address(_ text: String) throws -> InternetAddress {
        var bytes = [UInt8](repeating: 0, count: 16)
        let isSix = text.contains(":")
        try #require(inet_pton(isSix ? AF_INET6 : AF_INET, text, &bytes) == 1, "\(text)")
        return try #require(InternetAddress(bytes: isSix ? bytes : Array(bytes.prefix(4))))
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.1", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.0.3.0",
        "192.88.98.255", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "203.0.112.255",
        "203.0.114.0", "223.255.255.255", "2606:4700::1111", "2a00:1450:4001:81c::200e", "2001:200::1", "2001:db7::1",
        "2001:db9::1", "2003::1", "3ffe::1", "3fff:1000::1", "::ffff:8.8.8.8", "2002:808:808::1", "64:ff9b::8.8.8.8",
    ])
    func publicAddressesAreFree(_ text: String) throws {
        #expect(try address(text).reservation == nil, "\(text)")
    }

    @Test(arguments: [
        ("0.0.0.0", "unspecified"), ("0.1.2.3", "unspecified"), ("10.0.0.1", "a private network"),
        ("10.255.255.255", "a private network"), ("100.64.0.0", "a provider's own network"),
        ("100.127.255.255", "a provider's own network"), ("127.0.0.1", "this machine"),
        ("127.255.255.255", "this machine"), ("169.254.169.254", "the local link"), ("172.16.0.0", "a private network"),
        ("172.31.255.255", "a private network"), ("192.0.0.8", "reserved"), ("192.0.2.1", "documentation"),
        ("192.88.99.1", "reserved"), ("192.168.0.1", "a private network"), ("198.18.0.1", "benchmarks"),
        ("198.19.255.255", "benchmarks"), ("198.51.100.7", "documentation"), ("203.0.113.9", "documentation"),
        ("224.0.0.1", "multicast"), ("239.255.255.255", "multicast"), ("240.0.0.1", "reserved"),
        ("255.255.255.255", "reserved"), ("::", "unspecified"), ("::1", "this machine"), ("::2", "reserved"),
        ("::8.8.8.8", "reserved"), ("::127.0.0.1", "reserved"), ("::ffff:127.0.0.1", "this machine"),
        ("::ffff:10.1.1.1", "a private network"), ("::ffff:0:8.8.8.8", "reserved"), ("64:ff9b::7f00:1", "this machine"),
        ("64:ff9b::192.168.1.1", "a private network"), ("64:ff9b:1::8.8.8.8", "reserved"), ("100::1", "reserved"),
        ("2001::1", "reserved"), ("2001:2::1", "reserved"), ("2001:1ff::1", "reserved"),
        ("2001:db8::1", "documentation"), ("2002:7f00:1::", "this machine"), ("2002:a9fe:a9fe::1", "the local link"),
        ("3fff::1", "documentation"), ("3fff:fff::1", "documentation"), ("4000::1", "reserved"),
        ("5f00::1", "reserved"), ("fc00::1", "a private network"), ("fdff::1", "a private network"),
        ("fe80::1", "the local link"), ("febf::1", "the local link"), ("fec0::1", "a private network"),
        ("ff02::1", "multicast"),
    ])
    func othersAreKeptForSomething(_ text: String, _ use: String) throws {
        #expect(try address(text).reservation == use, "\(text)")
    }

    @Test func onlyFourOrSixteenBytesAreAnAddress() {
        #expect(InternetAddress(bytes: []) == nil)
        #expect(InternetAddress(bytes: [1, 2, 3]) == nil)
        #expect(InternetAddress(bytes: Array(repeating: 1, count: 17)) == nil)
    }
}
