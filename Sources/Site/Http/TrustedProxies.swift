import Glibc

/// A range of network addresses: `10.1.2.3`, `10.0.0.0/8`, `fd00::/8`.
package struct NetworkRange: Hashable, Sendable {
    private let bytes: [UInt8]
    private let bits: Int

    /// Nil where the text is no address, or has bits beyond its length.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let bytes = Self.bytes(of: String(parts[0])) else { return nil }
        let most = bytes.count * 8
        guard parts.count == 2 else {
            self.bytes = bytes
            bits = most
            return
        }
        guard !parts[1].isEmpty, parts[1].utf8.allSatisfy({ (48...57).contains($0) }),
            let bits = Int(parts[1]), bits <= most
        else { return nil }
        self.bytes = bytes
        self.bits = bits
    }

    /// Whether an address lies in it; what is no address lies in none.
    package func contains(_ address: String) -> Bool {
        guard let other = Self.bytes(of: address), other.count == bytes.count else { return false }
        let whole = bits / 8
        guard other.prefix(whole).elementsEqual(bytes.prefix(whole)) else { return false }
        let rest = bits % 8
        if rest == 0 { return true }
        let shift = 8 - rest
        return other[whole] >> shift == bytes[whole] >> shift
    }

    /// Four bytes or sixteen; an IPv4 address that is written as IPv6 counts as IPv4.
    static func bytes(of address: String) -> [UInt8]? {
        var four = [UInt8](repeating: 0, count: 4)
        if inet_pton(AF_INET, address, &four) == 1 { return four }
        var sixteen = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, address, &sixteen) == 1 else { return nil }
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        return sixteen.starts(with: mapped) ? Array(sixteen.suffix(4)) : sixteen
    }
}

/// Whose word about the sender is taken: the proxies in front of the program.
package struct TrustedProxies: Hashable, Sendable {
    private let ranges: [NetworkRange]

    package init(_ ranges: [NetworkRange]) { self.ranges = ranges }

    /// A proxy on the same machine, and nobody else.
    package static let thisMachine = TrustedProxies(
        ["127.0.0.0/8", "::1"].compactMap(NetworkRange.init)
    )

    func trusts(_ address: String) -> Bool { ranges.contains { $0.contains(address) } }

    /// Who sent a request that came over a line from `peer`.
    ///
    /// Each proxy adds at the end whom it heard from, so the list is read from its end: the first
    /// address that is no proxy of ours is the sender. What stands before it anybody may write.
    /// An entry that is no address is nobody's word: the last known hop counts.
    package func sender(peer: String, forwarded: [String]) -> String {
        var known = peer
        let hops = forwarded.joined(separator: ",")
            .split(separator: ",", omittingEmptySubsequences: false)
        for hop in hops.reversed() where trusts(known) {
            let address = hop.filter { !$0.isWhitespace }
            guard address.utf8.count <= 64, NetworkRange.bytes(of: String(address)) != nil
            else { return known }
            known = String(address)
        }
        return known
    }
}
