import Crypto
import Stories
import Synchronization

/// Personal content under one key per dossier: what is sealed here vanishes with that key.
final class Vault: Sendable {
    /// A dossier's key and the id under which the keyring has it.
    struct DataKey: Sendable {
        let id: OpaqueID
        let key: SymmetricKey

        /// Whether the keyring has it already.
        var kept = true
    }

    /// Keys are dropped all at once when so many are held; they come back from the keyring.
    static let mostHeld = 10_000

    let keys: Keys

    /// This folder among others that share the database; nil where nobody else can.
    let node: NodeOfKeys?
    private let draw: Draw
    private let held = Mutex<[DossierID: DataKey]>([:])

    /// The newest erasure whose key was forgotten here; nil before the first look.
    private let newestErasure = Mutex<Int64?>(nil)

    init(keys: Keys, node: NodeOfKeys? = nil, draw: Draw = .random) {
        (self.keys, self.node, self.draw) = (keys, node, draw)
    }

    /// The key of a dossier, from memory or the keyring; nil where it was erased.
    ///
    /// A dossier without one gets it here if `making`: held in memory, and written by the first
    /// append that uses it. All who ask meanwhile get the same, unless another node was first: what
    /// the keyring has is right.
    func key(
        of dossier: DossierID,
        making: Bool,
        on connection: any Connection
    ) throws(StoreError) -> DataKey? {
        let made = heldKey(of: dossier)
        if let made, made.kept { return made }
        let row = try connection.rows(
            SQL(
                text: "SELECT key_id, wrapped FROM keyring WHERE dossier = $1",
                [dossier.sqlValue]
            )
        ).first
        guard let row else { return making ? made ?? hold(newKey(), for: dossier) : nil }
        guard let wrapped: [UInt8] = try row.find("wrapped") else {
            drop(dossier)
            return nil
        }
        return hold(
            DataKey(
                id: try row.id("key_id"),
                key: try unwrap(wrapped, for: dossier, on: connection)
            ),
            for: dossier
        )
    }

    /// Opens a data key, if need be with a key-encryption key that came while this node slept.
    func unwrap(
        _ wrapped: [UInt8],
        for dossier: DossierID,
        on connection: any Connection
    ) throws(StoreError) -> SymmetricKey {
        if let node, let id = OpaqueID(bytes: wrapped.prefix(16)), !keys.holds(id) {
            try node.learn(keys, on: connection)
        }
        return try keys.unwrap(wrapped, for: dossier)
    }

    /// A key as an append takes it to the keyring.
    func row(
        of key: DataKey,
        for dossier: DossierID,
        at: Instant
    ) throws(StoreError) -> AppendPlan.KeyRow {
        AppendPlan.KeyRow(
            dossier: dossier,
            keyID: key.id,
            wrapped: key.kept ? nil : try keys.wrap(key.key, for: dossier),
            at: at,
            isShared: node != nil
        )
    }

    /// The key of a dossier that is held in memory.
    func heldKey(of dossier: DossierID) -> DataKey? { held.withLock { $0[dossier] } }

    /// Forgets the key of a dossier, because it was erased or another node made one first.
    func drop(_ dossier: DossierID) { held.withLock { $0[dossier] = nil } }

    func dropAll() { held.withLock { $0 = [:] } }

    var lastErasure: Int64? { newestErasure.withLock { $0 } }

    /// Notes that the keys of all that was erased up to a moment are forgotten.
    func noteErasure(at moment: Int64) {
        newestErasure.withLock { $0 = max($0 ?? 0, moment) }
    }

    /// Notes that the keys of a recorded append stand in the keyring.
    func remember(_ plan: AppendPlan) {
        held.withLock { held in
            for row in plan.keys where held[row.dossier]?.id == row.keyID {
                held[row.dossier]?.kept = true
            }
        }
    }

    /// A key that no dossier has yet.
    func newKey() -> DataKey {
        DataKey(
            id: draw.id(),
            key: SymmetricKey(data: draw.id().bytes + draw.id().bytes),
            kept: false
        )
    }

    private func hold(_ key: DataKey, for dossier: DossierID) -> DataKey {
        held.withLock { held in
            if let first = held[dossier], first.kept || !key.kept { return first }
            if held.count >= Self.mostHeld { held = [:] }
            held[dossier] = key
            return key
        }
    }

    /// Asks how the keyring has a dossier.
    static func standing(of dossier: DossierID) -> SQL {
        SQL(text: "SELECT key_id, erased FROM keyring WHERE dossier = $1", [dossier.sqlValue])
    }

    /// Makes sure, inside a transaction, that the keyring has this key and no other.
    static func confirm(
        _ id: OpaqueID,
        of dossier: DossierID,
        by row: RecordRow?
    ) throws(StoreError) {
        guard let row else {
            throw StoreError(.raced, "the key of \(dossier.id) was wrapped under an earlier one")
        }
        let erased: Int64? = try row.find("erased")
        guard erased == nil else {
            throw StoreError(.erased, "the dossier \(dossier.id) is erased")
        }
        guard try row.id("key_id") == id else {
            throw StoreError(.raced, "the dossier \(dossier.id) has another key")
        }
    }
}

extension Vault {
    /// A payload as its row holds it: `blinding ‖ bytes` sealed, bound to id and commitment.
    func seal(_ payload: Payload, under key: DataKey) throws(StoreError) -> AppendPlan.PayloadRow {
        let commitment = payload.sealed.commitment
        let sealed = try Sealing.seal(
            payload.blinding + payload.bytes,
            under: key.key,
            bound: payload.id.id.bytes + commitment
        )
        return AppendPlan.PayloadRow(
            id: payload.id,
            dossier: payload.dossier,
            commitment: commitment,
            sealed: sealed,
            checksum: Array(SHA256.hash(data: sealed))
        )
    }

    /// Opens a payload; nil where it was erased.
    ///
    /// A row that is there but does not open is damage and thrown, never taken for erased.
    func open(
        _ id: PayloadID,
        on connection: any Connection
    ) throws(StoreError) -> Payload? {
        let row = try connection.rows(
            SQL(
                text: "SELECT dossier, commitment, sealed FROM payloads WHERE id = $1",
                [id.sqlValue]
            )
        ).first
        guard let row else { return nil }
        let dossier: DossierID = try row.get("dossier")
        guard let key = try key(of: dossier, making: false, on: connection) else { return nil }
        let commitment = try row.blob("commitment")
        let opened = try Sealing.open(
            row.blob("sealed"),
            under: key.key,
            bound: id.id.bytes + commitment
        )
        guard opened.count >= 32 else { throw StoreError(.damaged, "\(id) has no blinding") }
        let payload = Payload(
            id: id,
            dossier: dossier,
            bytes: Array(opened.dropFirst(32)),
            blinding: Array(opened.prefix(32))
        )
        guard payload.sealed.commitment == commitment else {
            throw StoreError(.damaged, "\(id) is not what its fact committed to")
        }
        return payload
    }

    /// Seals a row of a view; the same content in the same place gives the same bytes.
    func sealRow(
        _ bytes: [UInt8],
        at place: SealedPlace,
        under key: DataKey
    ) throws(StoreError) -> [UInt8] {
        try Sealing.sealAgain(bytes, under: key.key, bound: place.bytes)
    }

    /// Opens a row of a view; nil where its dossier was erased.
    func openRow(
        _ sealed: [UInt8],
        at place: SealedPlace,
        on connection: any Connection
    ) throws(StoreError) -> [UInt8]? {
        guard let key = try key(of: place.dossier, making: false, on: connection) else {
            return nil
        }
        return try Sealing.open(sealed, under: key.key, bound: place.bytes)
    }
}

extension SealedPlace {
    /// What sealed bytes are bound to, so that they open only where they were put.
    var bytes: [UInt8] { dossier.id.bytes + row.bytes + Array(column.text.utf8) }
}
