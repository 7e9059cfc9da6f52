import Crypto
import Stories
import Synchronization

/// What a node among several does with key-encryption keys: each has files of its own, and the
/// database says which key wraps.
extension Keys {
    /// Whether a key-encryption key is in memory.
    func holds(_ id: OpaqueID) -> Bool { found(id) != nil }

    /// The bytes of a key-encryption key that is in memory, for another node.
    func material(of id: OpaqueID) -> [UInt8]? { found(id)?.key.bytes }

    /// Takes in what another process of this folder has written meanwhile.
    /// - Returns: the keys whose files lie in the folder and open.
    @discardableResult
    func readAgain() throws(StoreError) -> Set<OpaqueID> {
        var kept: Set<OpaqueID> = []
        for path in try wrappingPaths() {
            guard let read = try readIfThere(path) else { continue }
            kept.insert(read.id)
            remember(read)
        }
        return kept
    }

    /// Keeps a key-encryption key of the database in a file, which the disk has before this
    /// returns; it does not wrap yet.
    ///
    /// The file has the number of the key if no other key of this folder has it.
    func keep(_ id: OpaqueID, _ bytes: [UInt8], number: Int) throws(StoreError) {
        var free = number
        for path in try wrappingPaths() {
            guard let there = try readIfThere(path)?.id else { continue }
            if there == id { return }
            if path == Self.wrappingPath(folder, number) {
                free = (try Self.wrappingNumbers(in: folder).max() ?? 0) + 1
            }
        }
        let made = Wrapping(id: id, key: SymmetricKey(data: bytes))
        try Self.write(
            made,
            under: SymmetricKey(data: rootBytes),
            to: Self.wrappingPath(folder, free)
        )
        remember(made)
    }

    /// From here on this key wraps; one that is not held leaves everything as it is.
    func use(_ id: OpaqueID) {
        wrapping.withLock { keys in
            guard keys.current.id != id, let next = keys.older[id] else { return }
            keys.older[keys.current.id] = keys.current
            keys.older[id] = nil
            keys.current = next
        }
    }

    /// The keys of this folder by the numbers of their files, oldest first.
    func numbered() throws(StoreError) -> [(number: Int, id: OpaqueID)] {
        var found: [(number: Int, id: OpaqueID)] = []
        for number in try Self.wrappingNumbers(in: folder).sorted() {
            guard let read = try readIfThere(Self.wrappingPath(folder, number)) else { continue }
            found.append((number, read.id))
        }
        return found
    }

    /// Destroys key-encryption keys, in the folder and in memory.
    func destroy(_ ids: Set<OpaqueID>) throws(StoreError) {
        for path in try wrappingPaths() {
            guard let there = try readIfThere(path)?.id, ids.contains(there) else { continue }
            try KeyFile.remove(path)
        }
        wrapping.withLock { keys in
            for id in ids { keys.older[id] = nil }
            if ids.contains(keys.current.id) { keys.current = .nothing }
        }
    }

    private func remember(_ read: Wrapping) {
        wrapping.withLock { keys in
            if keys.current.id != read.id { keys.older[read.id] = read }
        }
    }

    private func wrappingPaths() throws(StoreError) -> [String] {
        try Self.wrappingNumbers(in: folder).sorted().map { Self.wrappingPath(folder, $0) }
    }

    /// Nil where another process of this folder destroyed it since it was listed.
    private func readIfThere(_ path: String) throws(StoreError) -> Wrapping? {
        do throws(StoreError) {
            return try Self.readWrapping(path, root: SymmetricKey(data: rootBytes))
        } catch {
            guard KeyFile.exists(path) else { return nil }
            throw error
        }
    }
}
