/// Whether something that changes the record came from a page of ours.
package enum SenderCheck {
    /// True for methods that change nothing, and for others only with our exact origin.
    ///
    /// Browsers send at least one of the two headers with every POST of a form; where both are
    /// missing (an old one) the form token still has to be right.
    package static func isOurs(
        method: String,
        origin: String?,
        fetchSite: String?,
        base: String
    ) -> Bool {
        if ["GET", "HEAD", "OPTIONS"].contains(method) { return true }
        if let origin, origin != base, !isSamePortHere(origin, base) { return false }
        if let fetchSite, fetchSite != "same-origin" { return false }
        return true
    }

    /// Whether both are one port of this machine, by its two names: `serve` prints the one, and
    /// people type the other.
    private static func isSamePortHere(_ origin: String, _ base: String) -> Bool {
        func port(_ address: String) -> Substring? {
            for name in ["http://127.0.0.1:", "http://localhost:"] where address.hasPrefix(name) {
                return address.dropFirst(name.count)
            }
            return nil
        }
        return port(origin).map { $0 == port(base) } ?? false
    }
}
