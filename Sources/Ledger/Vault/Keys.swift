package import Crypto
package import Stories
import Synchronization

/// The keys of an installation: the root key and the key-encryption key, in files outside the
/// database.
///
/// The root key wraps the key-encryption key, which wraps the data key of each dossier. Whoever
/// has only the database can open nothing.
package final class Keys: Sendable {
    struct Wrapping: Sendable {
        let id: OpaqueID
        let key: SymmetricKey

        /// Stands where there is none, and opens nothing.
        static var nothing: Wrapping {
            Wrapping(id: Draw.random.id(), key: SymmetricKey(size: .bits256))
        }
    }

    package let folder: String
    private let root: SymmetricKey

    /// Derived once for each purpose; there are a handful.
    private let derivations = Mutex<[Code: SymmetricKey]>([:])
    let wrapping: Mutex<(current: Wrapping, older: [OpaqueID: Wrapping])>

    private init(folder: String, root: SymmetricKey, current: Wrapping, older: [Wrapping]) {
        self.folder = folder
        self.root = root
        wrapping = Mutex((current, Dictionary(older.map { ($0.id, $0) }) { first, _ in first }))
    }

    /// Makes a new root key and key-encryption key in a folder that has none.
    package static func make(in folder: String, draw: Draw = .random) throws(StoreError) -> Keys {
        try KeyFile.makeFolder(folder)
        guard !KeyFile.exists(rootPath(folder)) else {
            throw StoreError(.unusable, "\(folder) already has a root key")
        }
        let root = SymmetricKey(data: draw.id().bytes + draw.id().bytes)
        try KeyFile.write(root.bytes, to: rootPath(folder))
        try KeyFile.write(RootKeyCheck.value(of: root.bytes), to: RootKeyCheck.path(in: folder))
        let first = try makeWrapping(in: folder, root: root, number: 1, draw: draw)
        return Keys(folder: folder, root: root, current: first, older: [])
    }

    /// Reads the keys back; a root key that others may read is refused, and a wrong one.
    ///
    /// `fromOthers`: the key-encryption key may be missing here, because another node will hand it
    /// over.
    package static func open(
        in folder: String,
        fromOthers: Bool = false
    ) throws(StoreError) -> Keys {
        guard KeyFile.exists(rootPath(folder)) else {
            throw KeyRefusal.missingRoot(folder).failure
        }
        guard KeyFile.isPrivate(rootPath(folder)) else {
            throw KeyRefusal.openToOthers(rootPath(folder)).failure
        }
        let bytes = try KeyFile.read(rootPath(folder))
        let isRight = try RootKeyCheck.matches(bytes, in: folder)
        guard bytes.count == 32, isRight != false else {
            throw KeyRefusal.wrongRoot(folder).failure
        }
        let root = SymmetricKey(data: bytes)
        var found: [Wrapping] = []
        do throws(StoreError) {
            found = try wrappings(in: folder, root: root)
        } catch {
            // Without a check value, the first key that does not open is what tells.
            guard isRight == nil, error.kind == .damaged else { throw error }
            throw KeyRefusal.wrongRoot(folder).failure
        }
        guard fromOthers || !found.isEmpty else { throw KeyRefusal.noWrapping(folder).failure }
        let current = found.popLast() ?? .nothing
        return Keys(folder: folder, root: root, current: current, older: found)
    }

    /// Oldest first.
    private static func wrappings(
        in folder: String,
        root: SymmetricKey
    ) throws(StoreError) -> [Wrapping] {
        let names = try KeyFile.list(folder).map(\.name)
            .filter { $0.hasPrefix("wrapping-") && $0.hasSuffix(".key") }
            .sorted()
        var found: [Wrapping] = []
        for name in names { found.append(try readWrapping("\(folder)/\(name)", root: root)) }
        return found
    }

    /// The root key for paper: 16 groups of four hexadecimal digits and one to check them.
    package var paper: String { PaperKey.write(root.bytes) }

    /// Puts a root key from paper into a folder: one that is to be restored, or that lost it.
    ///
    /// A folder that says which key is its own takes no other, and nothing is changed then.
    package static func restoreRoot(
        fromPaper text: String,
        in folder: String
    ) throws(StoreError) {
        guard let bytes = PaperKey.read(text) else { throw KeyRefusal.misCopied.failure }
        try KeyFile.makeFolder(folder)
        switch try RootKeyCheck.matches(bytes, in: folder) {
        case true?: break
        case false?: throw KeyRefusal.otherPaper.failure
        case nil:
            do throws(StoreError) {
                _ = try wrappings(in: folder, root: SymmetricKey(data: bytes))
            } catch {
                guard error.kind == .damaged else { throw error }
                throw KeyRefusal.otherPaper.failure
            }
        }
        try KeyFile.write(bytes, to: rootPath(folder))
        try KeyFile.write(RootKeyCheck.value(of: bytes), to: RootKeyCheck.path(in: folder))
    }

    var rootBytes: [UInt8] { root.bytes }

    /// What follows from the root key alone: opens backups, and no dossier.
    package static func ofRoot(fromPaper text: String) -> Keys? {
        guard let bytes = PaperKey.read(text) else { return nil }
        return Keys(folder: "", root: SymmetricKey(data: bytes), current: .nothing, older: [])
    }

    /// Opens nothing: for whoever reads a record through with the public key alone.
    package static var none: Keys {
        Keys(folder: "", root: SymmetricKey(size: .bits256), current: .nothing, older: [])
    }

    /// A key of its own for a purpose: search, claims, tokens of forms.
    package func derived(_ purpose: Code) -> SymmetricKey {
        derivations.withLock { known in
            if let key = known[purpose] { return key }
            let key = HKDF<SHA256>.deriveKey(
                inputKeyMaterial: root,
                info: Array("serasan.\(purpose).v1".utf8),
                outputByteCount: 32
            )
            known[purpose] = key
            return key
        }
    }

    /// HMAC-SHA256 under the key of a purpose.
    package func mark(_ purpose: Code, _ bytes: [UInt8]) -> [UInt8] {
        Self.mark(bytes, under: derived(purpose))
    }

    static func mark(_ bytes: [UInt8], under key: SymmetricKey) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
    }

    /// A data key as it stands in the keyring.
    func wrap(
        _ key: SymmetricKey,
        for dossier: DossierID,
        under id: OpaqueID? = nil
    ) throws(StoreError) -> [UInt8] {
        guard let wrapping = found(id ?? currentWrapping) else {
            throw StoreError(.unusable, "a key-encryption key is no longer here")
        }
        return try wrapping.id.bytes
            + Sealing.seal(key.bytes, under: wrapping.key, bound: dossier.id.bytes)
    }

    func unwrap(_ wrapped: [UInt8], for dossier: DossierID) throws(StoreError) -> SymmetricKey {
        guard let id = OpaqueID(bytes: wrapped.prefix(16)) else {
            throw StoreError(.damaged, "a row of the keyring is too short")
        }
        guard let found = found(id) else {
            throw StoreError(.unusable, "the key-encryption key \(id) is not here")
        }
        let bytes = try Sealing.open(
            Array(wrapped.dropFirst(16)),
            under: found.key,
            bound: dossier.id.bytes
        )
        return SymmetricKey(data: bytes)
    }

    /// A key-encryption key that is in memory.
    func found(_ id: OpaqueID) -> Wrapping? {
        wrapping.withLock { $0.current.id == id ? $0.current : $0.older[id] }
    }

    /// Adds a key-encryption key; from now on it wraps what is wrapped.
    func addWrapping(draw: Draw = .random) throws(StoreError) {
        let number = try Self.wrappingNumbers(in: folder).max().map { $0 + 1 } ?? 1
        let made = try Self.makeWrapping(in: folder, root: root, number: number, draw: draw)
        wrapping.withLock { keys in
            keys.older[keys.current.id] = keys.current
            keys.current = made
        }
    }

    /// Destroys every key-encryption key but the newest.
    func dropOlderWrappings() throws(StoreError) {
        let newest = try Self.wrappingNumbers(in: folder).max() ?? 0
        for number in try Self.wrappingNumbers(in: folder) where number < newest {
            try KeyFile.remove(Self.wrappingPath(folder, number))
        }
        wrapping.withLock { $0.older = [:] }
    }

    /// Whether there is a key-encryption key besides the newest.
    var hasOlderWrappings: Bool { wrapping.withLock { !$0.older.isEmpty } }

    /// The id of the key-encryption key that wraps what is wrapped now.
    var currentWrapping: OpaqueID { wrapping.withLock { $0.current.id } }

    /// When the newest key-encryption key was made, by the clock of the disk.
    package func renewed() throws(StoreError) -> Instant {
        let newest = try KeyFile.list(folder)
            .filter { $0.name.hasPrefix("wrapping-") && $0.name.hasSuffix(".key") }
            .max { $0.name < $1.name }
        return Instant(milliseconds: (newest?.seconds ?? 0) * 1000)
    }

    /// Which erasure was the last, where the key-encryption key is older than it; else nil.
    package func erasure() throws(StoreError) -> String? {
        guard KeyFile.exists(erasurePath) else { return nil }
        return String(decoding: try KeyFile.read(erasurePath), as: UTF8.self)
    }

    /// Notes, before it happens, that something is erased: until the key-encryption key is
    /// renewed, an older copy of the database still opens it.
    func noteErasure() throws(StoreError) {
        try KeyFile.write(Array("\(Draw.random.id())".utf8), to: erasurePath)
    }

    /// Forgets an erasure for which the key was renewed; a later one stays noted.
    func forgetErasure(_ noted: String) throws(StoreError) {
        if try erasure() == noted { try KeyFile.remove(erasurePath) }
    }

    private var erasurePath: String { "\(folder)/penghapusan" }

    private static func rootPath(_ folder: String) -> String { "\(folder)/root.key" }

    static func wrappingPath(_ folder: String, _ number: Int) -> String {
        let digits = String(number)
        return "\(folder)/wrapping-\(String(repeating: "0", count: 8 - digits.count))\(digits).key"
    }

    static func wrappingNumbers(in folder: String) throws(StoreError) -> [Int] {
        try KeyFile.list(folder).compactMap { file in
            guard file.name.hasPrefix("wrapping-"), file.name.hasSuffix(".key") else { return nil }
            return Int(file.name.dropFirst(9).dropLast(4))
        }
    }

    private static func makeWrapping(
        in folder: String,
        root: SymmetricKey,
        number: Int,
        draw: Draw
    ) throws(StoreError) -> Wrapping {
        let made = Wrapping(
            id: draw.id(),
            key: SymmetricKey(data: draw.id().bytes + draw.id().bytes)
        )
        try write(made, under: root, to: wrappingPath(folder, number))
        return made
    }

    static func write(
        _ wrapping: Wrapping,
        under root: SymmetricKey,
        to path: String
    ) throws(StoreError) {
        let sealed = try Sealing.seal(wrapping.key.bytes, under: root, bound: wrapping.id.bytes)
        try KeyFile.write(wrapping.id.bytes + sealed, to: path)
    }

    static func readWrapping(
        _ path: String,
        root: SymmetricKey
    ) throws(StoreError) -> Wrapping {
        let bytes = try KeyFile.read(path)
        guard let id = OpaqueID(bytes: bytes.prefix(16)) else {
            throw StoreError(.damaged, "\(path) is too short")
        }
        let key = try Sealing.open(Array(bytes.dropFirst(16)), under: root, bound: id.bytes)
        return Wrapping(id: id, key: SymmetricKey(data: key))
    }
}

extension SymmetricKey {
    var bytes: [UInt8] { withUnsafeBytes { Array($0) } }
}
