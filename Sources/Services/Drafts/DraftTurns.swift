package import Stories

/// Takes in the screens of one draft one after the other.
///
/// A draft is kept whole, so two screens sent at once would each keep the draft without the other.
package actor DraftTurns {
    /// The drafts that somebody is at, with those who wait behind.
    private var lines: [OpaqueID: [CheckedContinuation<Void, Never>]] = [:]

    package init() {}

    package func take(_ draft: OpaqueID) async {
        guard lines[draft] != nil else {
            lines[draft] = []
            return
        }
        await withCheckedContinuation { lines[draft]?.append($0) }
    }

    package func giveBack(_ draft: OpaqueID) {
        guard let line = lines[draft], !line.isEmpty else {
            lines[draft] = nil
            return
        }
        lines[draft]?.removeFirst().resume()
    }
}
