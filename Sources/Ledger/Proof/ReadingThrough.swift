import Crypto
import Stories

/// One pass over the whole record, event by event.
struct ReadingThrough {
    private static let piece: Int64 = 1024

    let reader: Reader
    private let order: ReadingThroughOrder
    var found = Verification()
    private var versions: [VersionKey: Int64] = [:]

    /// Where the payloads stand that are not there.
    private var missing: [PayloadID: (seq: Int64, stream: String)] = [:]

    /// Events that their mark does not fit, until the tree says which of the two was changed.
    private var unfitting: [Int64] = []

    /// The leaves of the page that is not full yet.
    private var page: [TreeHash] = []
    private var checkpoints: ArraySlice<KeptCheckpoint> = []

    private struct VersionKey: Hashable {
        let id: OpaqueID
        let kind: String
    }

    init(_ reader: Reader, _ order: ReadingThroughOrder) {
        self.reader = reader
        self.order = order
    }

    mutating func run() throws(StoreError) -> Verification {
        found.kept = try reader.head()
        checkpoints = try reader.checkpoints()[...]
        var last: Int64 = 0
        while true {
            // By place and not by count: a gap must not end the reading.
            let rows = try reader.connection.rows(
                SQL(
                    text: """
                        SELECT seq, stream_id, stream_kind, version, bytes, mark FROM events \
                        WHERE seq > $1 ORDER BY seq LIMIT $2
                        """,
                    [.int(last), .int(Self.piece)]
                )
            )
            for row in rows {
                last = try row.int("seq")
                try take(row, last)
            }
            order.progress(found.computed.size, found.kept.size)
            if rows.count < Int(Self.piece) { break }
        }
        compareTail()
        try compareContent()
        // With a public key alone nothing can be opened.
        if order.publicKey == nil { try openKeys() }
        if let place = order.files { try readFiles(in: place, opening: order.publicKey == nil) }
        for checkpoint in checkpoints {
            found.flaws.append(Flaw(.checkpointChanged, at: checkpoint.size))
        }
        for (id, place) in missing {
            found.flaws.append(Flaw(.payloadLost(id), at: place.seq, in: place.stream))
        }
        found.flaws.sort { ($0.first, $0.last) < ($1.first, $1.last) }
        return found
    }

    private mutating func take(_ row: RecordRow, _ seq: Int64) throws(StoreError) {
        let bytes = try row.blob("bytes")
        let leaf = TreeHash.leaf(bytes)
        page.append(leaf)
        let mark: Int64? = try row.find("mark")
        if leaf.mark != mark { unfitting.append(seq) }
        if let root = found.computed.add(leaf) { try compare(root) }
        if order.sizes.contains(found.computed.size) {
            found.roots[found.computed.size] = found.computed.root
        }
        try compareCheckpoint()
        guard let scan = EventScan(bytes), try isInPlace(scan, row, seq) else {
            found.flaws.append(Flaw(.unreadable, at: seq))
            return
        }
        for sealed in scan.sealed { try check(sealed, seq, scan) }
        if order.files != nil {
            for file in scan.files { try checkNamed(file, seq, row, scan) }
        }
        if let kinds = order.excusing {
            let word = String(decoding: scan.kind, as: UTF8.self)
            guard Code(word).map(kinds.contains) == true else { return }
        }
        for excused in try order.excuses(RecordedEvent(seq: seq, bytes: bytes))
        where missing.removeValue(forKey: excused) != nil {
            found.erased += 1
        }
    }

    /// Whether an event is the next of its stream, and its bytes say so.
    private mutating func isInPlace(
        _ scan: EventScan,
        _ row: RecordRow,
        _ seq: Int64
    ) throws(StoreError) -> Bool {
        let (id, kind) = (try row.blob("stream_id"), try row.text("stream_kind"))
        let version = try row.int("version")
        guard let opaque = OpaqueID(bytes: id) else { return false }
        let key = VersionKey(id: opaque, kind: kind)
        let before = versions.updateValue(version, forKey: key) ?? 0
        return seq == found.computed.size && version == before + 1 && scan.version == version
            && Self.names(scan.stream, kind, id)
            && Self.starts(scan.kind, kind, with: UInt8(ascii: "."))
    }

    /// Whether bytes are `KIND/ID`; compared where they stand, since every event comes by here.
    private static func names(_ bytes: ArraySlice<UInt8>, _ kind: String, _ id: [UInt8]) -> Bool {
        let digits = bytes.dropFirst(kind.utf8.count + 1)
        guard starts(bytes, kind, with: UInt8(ascii: "/")), digits.count == 2 * id.count else {
            return false
        }
        var place = digits.startIndex
        for byte in id {
            guard digits[place] == digit(byte >> 4), digits[place + 1] == digit(byte & 15) else {
                return false
            }
            place += 2
        }
        return true
    }

    private static func starts(
        _ bytes: ArraySlice<UInt8>,
        _ kind: String,
        with mark: UInt8
    ) -> Bool {
        let rest = bytes.dropFirst(kind.utf8.count)
        return bytes.starts(with: kind.utf8) && rest.first == mark
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    private mutating func check(
        _ sealed: Sealed,
        _ seq: Int64,
        _ scan: EventScan
    ) throws(StoreError) {
        let stream = { String(decoding: scan.stream, as: UTF8.self) }
        guard order.publicKey == nil else {
            return try checkUnopened(sealed, seq, stream())
        }
        do throws(StoreError) {
            guard let payload = try reader.payload(sealed.id) else {
                missing[sealed.id] = (seq, stream())
                return
            }
            // The commitment was computed from what was opened.
            if payload.sealed == sealed {
                found.opened += 1
                return
            }
        } catch  where error.kind == .damaged {
            // Told below, as what does not fit is.
        }
        found.flaws.append(Flaw(.payloadChanged(sealed.id), at: seq, in: stream()))
    }

    /// Without keys: whether what is sealed is there, for this commitment, as it was put there.
    private mutating func checkUnopened(
        _ sealed: Sealed,
        _ seq: Int64,
        _ stream: String
    ) throws(StoreError) {
        let row = try reader.row(
            "SELECT commitment, sealed, checksum FROM payloads WHERE id = \(sealed.id)"
        )
        guard let row else {
            missing[sealed.id] = (seq, stream)
            return
        }
        let sum = Array(SHA256.hash(data: try row.blob("sealed")))
        if try row.blob("commitment") == sealed.commitment, try row.blob("checksum") == sum {
            found.unopened += 1
        } else {
            found.flaws.append(Flaw(.payloadChanged(sealed.id), at: seq, in: stream))
        }
    }

    /// Compares a page that is full with what was stored when it filled.
    private mutating func compare(_ root: TreeHash) throws(StoreError) {
        defer { page = [] }
        let size = found.computed.size
        let place = size >> Int64(Subtrees.pageHeight) - 1
        guard let stored = try Subtrees.page(place, on: reader.connection) else {
            found.flaws.append(Flaw(.subtreeChanged, at: size))
            return
        }
        if stored.hash != root {
            let first = size - Int64(page.count) + 1
            let changed = page.indices.filter { stored.leaf($0) != Subtrees.mark(of: page[$0]) }
            unfitting += changed.map { first + Int64($0) }
            if unfitting.isEmpty {
                found.flaws.append(Flaw(.someEventChanged, at: first, through: size))
            }
            tellUnfitting(through: size, areWhole: false)
        } else if page.indices.contains(where: { stored.leaf($0) != Subtrees.mark(of: page[$0]) }) {
            found.flaws.append(Flaw(.subtreeChanged, at: size))
        }
        tellUnfitting(through: size, areWhole: true)
        if try !Subtrees.higherFit(endingAt: size, on: reader.connection) {
            found.flaws.append(Flaw(.subtreeChanged, at: size))
        }
    }

    /// Says of events in a part of the log that their mark does not fit, or that they do not fit it.
    private mutating func tellUnfitting(through last: Int64, areWhole: Bool) {
        let here = Set(unfitting.filter { $0 <= last })
        unfitting.removeAll { $0 <= last }
        for seq in here.sorted() {
            if areWhole {
                found.flaws.append(Flaw(.markChanged, at: seq))
            } else if !found.flaws.contains(where: { $0.first == seq && $0.isOfEvents }) {
                found.flaws.append(Flaw(.eventChanged, at: seq))
            }
        }
    }

    private func noteKey(of head: Checkpoint) throws(StoreError) -> NoteKey {
        if let key = order.publicKey { return NoteKey(name: head.name, key: key) }
        return try reader.vault.keys.noteKey(of: head.origin)
    }

    private mutating func compareCheckpoint() throws(StoreError) {
        guard let next = checkpoints.first, next.size == found.computed.size else { return }
        checkpoints.removeFirst()
        guard let note = SignedNote(next.note), let head = Checkpoint(text: note.text),
            note.isSigned(by: try noteKey(of: head))
        else {
            found.flaws.append(Flaw(.checkpointUnreadable, at: next.size))
            return
        }
        if head.size == next.size, head.root == found.computed.root {
            found.checkpoints += 1
        } else {
            found.flaws.append(Flaw(.checkpointChanged, at: next.size))
        }
    }

    /// Narrows down what was changed after the last full page, by the subtrees of the head.
    private mutating func compareTail() {
        let size = found.kept.size
        guard found.computed != found.kept else {
            return tellUnfitting(through: size, areWhole: true)
        }
        guard found.computed.size == size else {
            tellUnfitting(through: .max, areWhole: false)
            let end = min(found.computed.size, found.kept.size)
            found.flaws.append(Flaw(.headChanged, at: end))
            return
        }
        var start: Int64 = 0
        var told = false
        for (ours, theirs) in zip(found.computed.frontier, found.kept.frontier) {
            let rest = size - start
            let count: Int64 = 1 << Int64(Int64.bitWidth - 1 - rest.leadingZeroBitCount)
            tellUnfitting(through: start + count, areWhole: ours == theirs)
            if ours != theirs,
                !found.flaws.contains(where: {
                    ($0.first > start && $0.first <= start + count)
                        && $0.isOfEvents
                })
            {
                found.flaws.append(
                    Flaw(
                        count == 1 ? .eventChanged : .someEventChanged,
                        at: start + 1,
                        through: start + count
                    )
                )
                told = true
            }
            start += count
        }
        if !told, found.flaws.isEmpty { found.flaws.append(Flaw(.headChanged, at: size)) }
    }
}
