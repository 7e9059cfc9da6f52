/// How large a package may be: far more than any needs, far less than harms.
package enum PackageBounds {
    /// Of the whole package; it is not compressed, so nothing grows when it is opened.
    package static let bytes = 24_000_000

    package static let members = 32
    package static let filesOfMember = 1_000

    /// Of `paket.json`.
    package static let bytesOfManifest = 1_000_000
}
