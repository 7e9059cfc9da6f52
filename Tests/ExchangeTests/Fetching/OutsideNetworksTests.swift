import Exchange
import Glibc
import Testing

@Suite struct OutsideNetworksTests {
    private static func bytes(_ text: String) throws -> [UInt8] {
        let isLong = text.contains(":")
        var bytes = [UInt8](repeating: 0, count: isLong ? 16 : 4)
        let family = isLong ? AF_INET6 : AF_INET
        try #require(inet_pton(family, text, &bytes) == 1, "\(text) is no address")
        return bytes
    }

    @Test(arguments: [
        "0.0.0.0", "0.255.1.2", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255",
        "127.0.0.1", "127.255.0.9", "169.254.0.1", "169.254.169.254", "172.16.0.1",
        "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.0.1",
        "192.168.255.255", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.7",
        "224.0.0.1", "239.1.2.3", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8",
        "64:ff9b::10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1",
        "2001:0:1234::1", "2001:10::1", "2001:db8::1", "2002:7f00:1::1", "2002:808:808::1",
        "3fff::1", "4000::1", "5f00::1", "fc00::1", "fd12:3456::1", "fe80::1", "febf::1",
        "fec0::1", "ff02::1", "ff0e::1", "ffff::1",
    ])
    func `an address inside, reserved, or of many is not outside`(text: String) throws {
        #expect(!OutsideNetworks.contain(try Self.bytes(text)))
    }

    @Test(arguments: [
        "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.255.255.255",
        "128.0.0.1", "169.253.255.255", "169.255.0.1", "172.15.255.255", "172.32.0.1",
        "192.0.1.1", "192.167.255.255", "192.169.0.1", "198.17.255.255", "198.20.0.1",
        "203.0.112.1", "223.255.255.255", "2001:200::1", "2001:4860:4860::8888", "2400:9800::1",
        "2606:4700::1111", "2a00:1450::1", "3ffe::1", "64:ff9b::8.8.8.8",
    ])
    func `an address that everybody can reach is outside`(text: String) throws {
        #expect(OutsideNetworks.contain(try Self.bytes(text)))
    }

    @Test(arguments: [0, 3, 5, 15, 17])
    func `what has another length is no address`(count: Int) {
        #expect(!OutsideNetworks.contain([UInt8](repeating: 8, count: count)))
    }
}
