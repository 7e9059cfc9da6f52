package import Crypto
package import Stories

/// What a citizen holds to show later what was recorded: an event, its place in the log under a
/// signed head, and the openings of what they sent.
///
/// Whoever has it and the public key needs neither us nor a network to check it.
package struct ReceiptProof: Hashable, Sendable {
    /// The bytes of the event, as they stand in the record.
    package var event: [UInt8]

    /// Its place in the log, from 1.
    package var seq: Int64

    /// The hashes beside its way up to the root, nearest first (RFC 9162, 2.1.3).
    package var inclusion: [TreeHash]

    /// The head that covers it, as a signed note.
    package var checkpoint: String

    /// What it is signed with, as C2SP signed-note writes a key.
    package var key: String

    /// What was committed to; without those that were erased meanwhile.
    package var openings: [Opening]

    /// What keeps it from being taken twice; nil where it was not sent from a draft, and in
    /// receipts that are older than this.
    package var marks: SentMarks?

    /// The content behind one commitment of the event.
    package struct Opening: Hashable, Sendable {
        package var id: OpaqueID
        package var blinding: [UInt8]
        package var bytes: [UInt8]

        package init(id: OpaqueID, blinding: [UInt8], bytes: [UInt8]) {
            self.id = id
            self.blinding = blinding
            self.bytes = bytes
        }
    }
}

/// What a receipt has proven, once everything in it fits.
package struct ProvenReceipt: Sendable {
    /// The event as its bytes tell it.
    package let event: RecordedEvent

    /// The head under which it stands.
    package let checkpoint: Checkpoint
    package let key: NoteKey

    /// The field of the event, and what was committed to there.
    package let opened: [(field: String, bytes: [UInt8])]

    /// The fields whose content the receipt does not have.
    package let closed: [String]
}

/// Why a receipt proves nothing.
package enum ReceiptProofRefusal: Refusal, Hashable {
    case tooLarge
    case notReadable
    case noneInPDF
    case otherKind
    case otherVersion
    case lacks(String)
    case checkpoint(CheckpointRefusal)
    case otherKeyNamed
    case notInLog
    case notAnEvent
    case openingForeign
    case openingTwice
    case openingChanged

    package var sentence: String {
        switch self {
        case .tooLarge: "Berkas ini terlalu besar untuk sebuah tanda terima."
        case .notReadable: "Berkas ini bukan JSON yang utuh: rusak atau terpotong."
        case .noneInPDF:
            "PDF ini tidak membawa bukti. Kirim PDF asli dari tautan Anda, atau berkas .json."
        case .otherKind: "Berkas ini bukan tanda terima Serasan."
        case .otherVersion: "Tanda terima ini versi lain. Pakai program yang lebih baru."
        case .lacks(let field): "Bagian \"\(field)\" tidak ada atau bentuknya salah."
        case .checkpoint(let refusal): refusal.sentence
        case .otherKeyNamed: "Kunci yang tertulis di tanda terima bukan kunci yang Anda berikan."
        case .notInLog:
            "Peristiwa ini tidak ada di catatan pada cap itu: isinya, urutannya, atau jalurnya diubah."
        case .notAnEvent: "Peristiwa di tanda terima ini tidak terbaca."
        case .openingForeign: "Ada isian yang tidak disebut oleh peristiwanya."
        case .openingTwice: "Ada isian yang tertulis dua kali."
        case .openingChanged: "Isian di tanda terima ini bukan yang dikirim: isinya diubah."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .tooLarge: "This file is too large for a receipt."
        case .notReadable: "This file is no whole JSON: damaged or cut off."
        case .noneInPDF:
            "There is no proof in this PDF. Send the PDF as your link gave it, or the .json file."
        case .otherKind: "This file is no receipt of Serasan."
        case .otherVersion: "This receipt is of another version. Use a newer program."
        case .lacks(let field): "The part \"\(field)\" is missing or has the wrong form."
        case .checkpoint(let refusal): refusal.sentenceInEnglish
        case .otherKeyNamed: "The key named in the receipt is not the key that you gave."
        case .notInLog:
            "This event is not in the log under that checkpoint: content, place or path was changed."
        case .notAnEvent: "The event in this receipt cannot be read."
        case .openingForeign: "There is content that the event does not name."
        case .openingTwice: "The same content stands there twice."
        case .openingChanged: "The content in this receipt is not what was sent: it was changed."
        }
    }

    package var status: Int {
        switch self {
        case .tooLarge: 413
        case .notReadable, .noneInPDF, .otherKind, .otherVersion, .lacks, .checkpoint,
            .otherKeyNamed, .notInLog, .notAnEvent, .openingForeign, .openingTwice, .openingChanged:
            422
        }
    }
}

extension ReceiptProof {
    /// Checks all of it against a key that came from elsewhere than the receipt.
    package func check(
        by key: Curve25519.Signing.PublicKey
    ) throws(ReceiptProofRefusal) -> ProvenReceipt {
        let head: Checkpoint
        do throws(CheckpointRefusal) {
            head = try Checkpoint(checkpoint, by: key)
        } catch {
            throw .checkpoint(error)
        }
        let noteKey = NoteKey(name: head.name, key: key)
        guard self.key == noteKey.text else { throw .otherKeyNamed }
        guard
            TreeProof.includes(
                .leaf(event),
                at: seq - 1,
                in: head.size,
                root: head.root,
                by: inclusion
            )
        else { throw .notInLog }
        let read: RecordedEvent
        do throws(StoreError) {
            read = try RecordedEvent(seq: seq, bytes: event)
        } catch {
            throw .notAnEvent
        }
        var rest = openings
        var opened: [(field: String, bytes: [UInt8])] = []
        var closed: [String] = []
        for (field, sealed) in read.sealedFields {
            guard let index = rest.firstIndex(where: { $0.id == sealed.id.id }) else {
                closed.append(field)
                continue
            }
            let opening = rest.remove(at: index)
            guard opening.blinding.count == 32, opening.payload.sealed == sealed else {
                throw .openingChanged
            }
            opened.append((field, opening.bytes))
        }
        if let left = rest.first {
            throw openings.filter { $0.id == left.id }.count > 1 ? .openingTwice : .openingForeign
        }
        return ProvenReceipt(
            event: read,
            checkpoint: head,
            key: noteKey,
            opened: opened,
            closed: closed
        )
    }
}

extension ReceiptProof.Opening {
    /// As it was committed to; the dossier is no part of the commitment.
    fileprivate var payload: Payload {
        Payload(id: PayloadID(id), dossier: DossierID(id), bytes: bytes, blinding: blinding)
    }
}

extension RecordedEvent {
    /// The commitments of this event with the names of their fields.
    package var sealedFields: [(field: String, sealed: Sealed)] {
        fields.flatMap { field in
            if let one = Sealed(json: field.value) { return [(field.name, one)] }
            guard case .list(let items) = field.value else { return [(String, Sealed)]() }
            return items.compactMap { Sealed(json: $0).map { (field.name, $0) } }
        }
    }
}

extension Reader {
    /// The proof of an event under the head as it is now; nil where the log has no origin yet.
    ///
    /// Signed here, so that what was recorded a moment ago is covered at once: whoever reads sees
    /// only what was committed.
    package func receiptProof(of event: RecordedEvent) throws(StoreError) -> ReceiptProof? {
        guard let head = try unsignedCheckpoint(),
            let inclusion = try inclusion(of: event.seq, in: head.size)
        else { return nil }
        var openings: [ReceiptProof.Opening] = []
        for sealed in event.sealed {
            guard let payload = try payload(sealed.id) else { continue }
            openings.append(
                ReceiptProof.Opening(
                    id: payload.id.id,
                    blinding: payload.blinding,
                    bytes: payload.bytes
                )
            )
        }
        return ReceiptProof(
            event: event.bytes,
            seq: event.seq,
            inclusion: inclusion,
            checkpoint: try vault.keys.sign(head).written,
            key: try vault.keys.noteKey(of: head.origin).text,
            openings: openings,
            marks: try sentMarks(of: event)
        )
    }

    /// What a receipt on paper has room for; nil where the log has no origin yet.
    package func placeInLog(of event: RecordedEvent) throws(StoreError) -> PlaceInLog? {
        guard let head = try unsignedCheckpoint() else { return nil }
        return PlaceInLog(
            seq: event.seq,
            head: head,
            fingerprint: try vault.keys.noteKey(of: head.origin).fingerprint
        )
    }
}

/// Where an event stands, under which head, and whose key signs such heads.
package struct PlaceInLog: Hashable, Sendable {
    package let seq: Int64
    package let head: Checkpoint

    /// Of the key, as two people compare it by voice.
    package let fingerprint: String

    /// The first eight bytes of the root, in fours.
    package var root: String { grouped(head.root.bytes.prefix(8)) }
}
