/// Which network addresses lie outside: everybody's, and neither ours nor nobody's.
///
/// Asked of the very address that is about to be connected to, after its name was looked up, so
/// that no name can lead somewhere else between the question and the call.
package enum OutsideNetworks {
    /// Whether the four or sixteen bytes of an address are of a network that everybody can reach.
    package static func contain(_ address: [UInt8]) -> Bool {
        switch address.count {
        case 4: !notOutside.contains { $0.contains(address) }
        case 16: containsLong(address)
        default: false
        }
    }

    /// Only what was given out for use everywhere; a short address in a long one counts as itself.
    private static func containsLong(_ address: [UInt8]) -> Bool {
        if translated.contains(address) { return contain(Array(address.suffix(4))) }
        return givenOut.contains(address) && !notOutsideLong.contains { $0.contains(address) }
    }

    /// The beginning of addresses: so many bits of these bytes.
    private struct Block {
        let start: [UInt8]
        let bits: Int

        func contains(_ address: [UInt8]) -> Bool {
            (0..<bits).allSatisfy { bit in
                let mask = UInt8(0x80) >> UInt8(bit % 8)
                let own = bit / 8 < start.count ? start[bit / 8] : 0
                return own & mask == address[bit / 8] & mask
            }
        }
    }

    private static let notOutside = [
        Block(start: [0], bits: 8),  // this network
        Block(start: [10], bits: 8),  // private
        Block(start: [100, 64], bits: 10),  // a provider's own
        Block(start: [127], bits: 8),  // this machine
        Block(start: [169, 254], bits: 16),  // this line, and the services of clouds
        Block(start: [172, 16], bits: 12),  // private
        Block(start: [192, 0, 0], bits: 24),  // protocols
        Block(start: [192, 0, 2], bits: 24),  // examples
        Block(start: [192, 88, 99], bits: 24),  // old relays
        Block(start: [192, 168], bits: 16),  // private
        Block(start: [198, 18], bits: 15),  // measuring
        Block(start: [198, 51, 100], bits: 24),  // examples
        Block(start: [203, 0, 113], bits: 24),  // examples
        Block(start: [224], bits: 3),  // many at once, reserved, everybody here
    ]

    /// 2000::/3, which is all that is given out so far.
    ///
    /// Loopback, unique-local, link-local, multicast and IPv4-mapped addresses lie beside it.
    private static let givenOut = Block(start: [0x20], bits: 3)

    private static let notOutsideLong = [
        Block(start: [0x20, 0x01, 0x00, 0x00], bits: 23),  // protocols, Teredo among them
        Block(start: [0x20, 0x01, 0x0D, 0xB8], bits: 32),  // examples
        Block(start: [0x20, 0x02], bits: 16),  // a short address inside (6to4)
        Block(start: [0x3F, 0xFF], bits: 20),  // examples
    ]

    /// 64:ff9b::/96, by which a network without short addresses reaches them.
    private static let translated = Block(start: [0x00, 0x64, 0xFF, 0x9B], bits: 96)
}
