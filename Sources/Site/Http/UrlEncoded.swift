/// Reads `a=b&c=d` of a form or a query, within bounds.
package enum UrlEncoded {
    /// The pairs in their order; a broken escape or foreign bytes are refused.
    package static func read(
        _ bytes: some Collection<UInt8>,
        mostPairs: Int = 500
    ) throws(WebRefusal) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            guard pairs.count < mostPairs else { throw .tooLarge }
            let halves = pair.split(
                separator: UInt8(ascii: "="),
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            guard let name = halves.first.flatMap({ decode($0) }),
                let value = halves.count == 2 ? decode(halves[1]) : ""
            else { throw .unreadable }
            pairs.append((name, value))
        }
        return pairs
    }

    static func decode(_ bytes: some Collection<UInt8>) -> String? {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): plain.append(0x20)
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit)
                else { return nil }
                plain.append(high << 4 | low)
            case _: plain.append(byte)
            }
        }
        return SentText.read(plain)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        case _: nil
        }
    }
}
