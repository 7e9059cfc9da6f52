import Crypto
import Glibc
import Stories
import Synchronization

/// One folder of keys among those that work on one database, and how key-encryption keys reach it.
///
/// A key travels in a letter: sealed for a pair of keys that this process made in its memory, and
/// under the root key. So nobody opens it later, from the database, its journal, a standby or a
/// dump, not even with the root key; and whoever writes into the database without the root key can
/// neither ask for a letter nor forge one.
final class NodeOfKeys: Sendable {
    typealias Pair = Curve25519.KeyAgreement.PrivateKey

    let id: OpaqueID
    private let pair = Mutex((key: Pair(), isSaid: false))
    private let newest = Mutex(0)

    /// The node of a folder, which is another one where the folder is a copy.
    init(of keys: Keys, draw: Draw = .random) throws(StoreError) {
        let place = try Self.place(of: keys.folder)
        let path = "\(keys.folder)/simpul"
        if KeyFile.exists(path) {
            let noted = try KeyFile.read(path)
            if let id = OpaqueID(bytes: noted.prefix(16)), noted.dropFirst(16).elementsEqual(place)
            {
                self.id = id
                return
            }
        }
        id = draw.id()
        try KeyFile.write(id.bytes + place, to: path)
    }

    /// What a copied folder has not in common with this one: the machine, and the folder's number
    /// on its disk.
    private static func place(of folder: String) throws(StoreError) -> [UInt8] {
        var status = stat()
        guard stat(folder, &status) == 0 else {
            throw StoreError(.unusable, "\(folder): errno \(errno)")
        }
        let machine = "/etc/machine-id"
        let named = KeyFile.exists(machine) ? try KeyFile.read(machine) : []
        return Array(SHA256.hash(data: named + Array("\(status.st_ino)".utf8)))
    }

    /// For whom letters to this process are to be sealed.
    var asks: [UInt8] { pair.withLock { Array($0.key.publicKey.rawRepresentation) } }

    /// Whether the database was told for whom letters are.
    var hasAsked: Bool {
        get { pair.withLock { $0.isSaid } }
        set { pair.withLock { $0.isSaid = newValue } }
    }

    /// Lets the key wrap that the database names; an older state of it never turns that back.
    func use(_ current: KeyStanding.Wrapping, of keys: Keys) {
        newest.withLock { newest in
            guard current.number >= newest else { return }
            newest = current.number
            keys.use(current.id)
        }
    }

    /// What opened a letter opens no other: whoever later reads this memory finds nothing.
    func renewPair() { pair.withLock { $0 = (Pair(), false) } }

    /// Only who has the root key can say for whom letters are.
    static func mark(of asks: [UInt8], from node: OpaqueID, _ keys: Keys) -> [UInt8] {
        keys.mark("nodes", node.bytes + asks)
    }

    /// A key-encryption key as it travels to another node.
    static func letter(
        with wrapping: OpaqueID,
        to node: KeyStanding.Node,
        _ keys: Keys
    ) throws(StoreError) -> [UInt8]? {
        guard let bytes = keys.material(of: wrapping) else { return nil }
        let own = Pair()
        let sender = Array(own.publicKey.rawRepresentation)
        let key = try key(between: own, and: node.asks, senders: sender + node.asks, keys)
        return try sender + Sealing.seal(bytes, under: key, bound: wrapping.bytes + node.id.bytes)
    }

    /// What a letter to this process brings.
    func open(_ letter: KeyStanding.Letter, _ keys: Keys) throws(StoreError) -> [UInt8] {
        let pair = pair.withLock { $0.key }
        let sender = Array(letter.sealed.prefix(32))
        let key = try Self.key(between: pair, and: sender, senders: sender + letter.asks, keys)
        return try Sealing.open(
            Array(letter.sealed.dropFirst(32)),
            under: key,
            bound: letter.wrapping.bytes + id.bytes
        )
    }

    private static func key(
        between own: Pair,
        and other: [UInt8],
        senders: [UInt8],
        _ keys: Keys
    ) throws(StoreError) -> SymmetricKey {
        do {
            let other = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: other)
            return try own.sharedSecretFromKeyAgreement(with: other).hkdfDerivedSymmetricKey(
                using: SHA256.self,
                salt: keys.derived("letters").bytes,
                sharedInfo: Array("serasan.letter.v1".utf8) + senders,
                outputByteCount: 32
            )
        } catch {
            throw StoreError(.damaged, "a letter to no node", underlying: error)
        }
    }
}

extension Instant {
    /// Now, by the machine's clock, as the age of a file is.
    static var ofMachine: Instant {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Instant(milliseconds: Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000)
    }
}
