/// A regency's own edits to a blueprint that came from elsewhere.
package struct Overlay: Hashable, Sendable {
    /// What fills the holes, by name.
    package let fill: [ID: String]
    package let edits: [Edit]

    package init(fill: [ID: String], edits: [Edit]) {
        self.fill = fill
        self.edits = edits
    }

    /// The edits that fill the holes of a tree; a hole without a filling stays.
    package func fillings(of tree: Tree) -> [Edit] {
        tree.slotsWithHoles.compactMap { slot in
            guard let was = tree[at: slot] else { return nil }
            let now = was.filled(with: fill)
            return now == was ? nil : Edit(at: slot, was: was, now: now)
        }
    }
}

/// Which package is installed here, and which came with it.
package struct PackageLock: Hashable, Sendable {
    package let version: String
    package let digest: String
    package let requires: [LockedPackage]

    package init(version: String, digest: String, requires: [LockedPackage]) {
        self.version = version
        self.digest = digest
        self.requires = requires
    }
}

/// One package of a lock, by name and digest.
package struct LockedPackage: Hashable, Sendable {
    package let name: String
    package let version: String
    package let digest: String

    package init(name: String, version: String, digest: String) {
        self.name = name
        self.version = version
        self.digest = digest
    }
}
