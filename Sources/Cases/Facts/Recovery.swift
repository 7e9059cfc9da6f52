package import Stories

/// A case that was lost before a restore is back, by the receipt that its citizen kept.
///
/// The receipt proves the submission under a head that we had signed; this says which one.
package struct Recovery: Hashable, Sendable {
    /// The origin of the log under which it was first recorded.
    package let origin: OpaqueID

    /// Its place there, from 1.
    package let seq: Int64

    /// The leaf of the tree over the event as it was then, in hexadecimal digits.
    package let event: Code

    /// The origin that says why it was lost.
    package let lostBefore: OpaqueID

    /// How many files came with it that no receipt holds.
    package let files: Int

    /// The official who took the receipt in; nil where the citizen sent it.
    package let official: Actor?

    package init(
        origin: OpaqueID,
        seq: Int64,
        event: Code,
        lostBefore: OpaqueID,
        files: Int,
        official: Actor?
    ) {
        self.origin = origin
        self.seq = seq
        self.event = event
        self.lostBefore = lostBefore
        self.files = files
        self.official = official
    }
}

extension Recovery: FactRecord {
    package func write(to fields: inout FactWriter) {
        fields.put("origin", origin)
        fields.put("seq", seq)
        fields.put("event", event)
        fields.put("lost_before", lostBefore)
        fields.put("files", files)
        fields.put("official", official)
    }

    package init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            origin: try fields.get("origin"),
            seq: try fields.get("seq"),
            event: try fields.get("event"),
            lostBefore: try fields.get("lost_before"),
            files: try fields.get("files"),
            official: try fields.find("official")
        )
    }
}
