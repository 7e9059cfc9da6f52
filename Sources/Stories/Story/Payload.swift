/// Personal content that a fact commits to: answers, a note, a reason, a name.
///
/// The fact holds only `id` and the commitment to these bytes; the bytes are sealed under the
/// key of `dossier` and vanish with it.
package struct Payload: Hashable, Sendable {
    package let id: PayloadID
    package let dossier: DossierID
    package let bytes: [UInt8]

    /// The 32 random bytes that keep the commitment from being guessed.
    package let blinding: [UInt8]

    package init(id: PayloadID, dossier: DossierID, bytes: [UInt8], blinding: [UInt8]) {
        precondition(blinding.count == 32, "a commitment is blinded by 32 bytes")
        self.id = id
        self.dossier = dossier
        self.bytes = bytes
        self.blinding = blinding
    }

    /// Seals new content under a fresh id and fresh blinding.
    package init(_ bytes: [UInt8], dossier: DossierID, draw: Draw) {
        self.init(
            id: PayloadID(draw.id()),
            dossier: dossier,
            bytes: bytes,
            blinding: draw.id().bytes + draw.id().bytes
        )
    }
}

/// What has to be unique, or counted without a gap, in the transaction that records the facts.
package enum Claim: Hashable, Sendable {
    /// `key` may be taken once in `space`, for ever unless it is freed: a draft id, a tracking
    /// number.
    case unique(space: Code, key: [UInt8])

    /// `key` may be taken in `space` again; nothing happens where nobody holds it.
    ///
    /// Only for what a standing thing says, such as the number of a record in a register.
    case free(space: Code, key: [UInt8])

    /// The counter `name` goes from `was` to `was + 1`; refused if it stands elsewhere.
    case count(name: Code, was: Int64)
}

/// What is to happen in the world after the commit: a mail, a rendered letter, a webhook.
package struct Effect: Hashable, Sendable {
    package let kind: Code

    /// Stays the same however often it is tried, so that the receiver can drop a second copy.
    package let key: OpaqueID

    /// What the sender needs to find its content; never personal content itself.
    package let about: [Code]

    package init(kind: Code, key: OpaqueID, about: [Code]) {
        self.kind = kind
        self.key = key
        self.about = about
    }
}
