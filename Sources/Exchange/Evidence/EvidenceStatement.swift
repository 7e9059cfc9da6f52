package import Blueprints
package import Stories

/// What a regency says of how its services went in one quarter: signed with its working key, and
/// handed on beside its packages.
package struct EvidenceStatement: Hashable, Sendable {
    /// The Kemendagri code of the regency that says so.
    package let publisher: String

    /// As people call it: "Kabupaten Muara Enim".
    package let regency: String
    package let quarter: Quarter
    package let issued: Instant

    /// The post that made it, never a person.
    package let by: String
    package let range: RecordRange

    /// Sorted by service, none twice.
    package let lines: [Line]
    package let received: PublishedCount
    package let decided: PublishedCount

    /// What was read to compute the figures: events, by their places, and the tree over them.
    package struct RecordRange: Hashable, Sendable {
        package let first: Int
        package let last: Int

        /// The root over all events up to the last.
        package let head: Public

        package init(first: Int, last: Int, head: Public) {
            self.first = first
            self.last = last
            self.head = head
        }
    }

    /// One service, with the version of its blueprint that was in force as the quarter ended.
    package struct Line: Hashable, Sendable {
        package let service: Code
        package let title: String
        package let blueprint: BlueprintName
        package let version: String

        /// SHA-256 of the publisher's files of that version, as a lock and a package say it.
        package let digest: String

        /// What the regency does otherwise than these files.
        package let adapted: [Adaptation]
        package let figures: PublishedFigures

        package init(_ service: EvidenceService, _ figures: PublishedFigures) {
            self.service = service.code
            title = service.title
            blueprint = service.blueprint
            version = service.version
            digest = service.digest
            adapted = service.adapted
            self.figures = figures
        }
    }

    /// More services than any regency has.
    package static let most = 2_000

    package init?(_ said: EvidenceHead, _ services: [EvidenceService], _ grid: EvidenceGrid) {
        let lines = services.sorted { $0.code < $1.code }.compactMap { service in
            grid.lines[service.code].map { Line(service, $0) }
        }
        self.init(said, lines, received: grid.received, decided: grid.decided)
    }

    private init?(
        _ said: EvidenceHead,
        _ lines: [Line],
        received: PublishedCount,
        decided: PublishedCount
    ) {
        let services = lines.map(\.service)
        guard BlueprintName(reading: "\(said.publisher)/a") != nil,
            !said.regency.isEmpty, said.regency.count <= 200,
            (1...Self.most).contains(lines.count), Set(services).count == services.count,
            services == services.sorted(), (0...said.range.last).contains(said.range.first),
            said.issued >= Instant(milliseconds: 0),
            lines.allSatisfy({
                $0.title.count <= 300 && Code($0.version) != nil
                    && $0.adapted.count <= Adaptation.most
            }),
            received.isTold, decided.isTold
        else { return nil }
        publisher = said.publisher
        regency = said.regency
        quarter = said.quarter
        issued = said.issued
        by = said.by
        range = said.range
        self.lines = lines
        self.received = received
        self.decided = decided
    }

    package func line(of service: Code) -> Line? { lines.first { $0.service == service } }

    /// What is signed.
    package var bytes: [UInt8] {
        canonical([
            "publisher": .text(publisher), "regency": .text(regency),
            "quarter": .text(quarter.text), "issued": .text(Moment.text(issued)),
            "by": .text(by),
            "record": .object([
                "first": .number(Double(range.first)), "last": .number(Double(range.last)),
                "head": .text(hexadecimal(range.head.digest)),
            ]),
            "services": .list(lines.map(\.document)),
            "total": .object(["received": received.document, "decided": decided.document]),
        ])
    }

    /// The figures, by what they are of: each is published once.
    package var seen: [SeenFigure] {
        lines.map { line in
            let said = JSONValue.object([
                "quarter": .text(quarter.text), "line": line.figures.document,
                "blueprint": .text(line.blueprint.description),
            ])
            return SeenFigure(
                service: line.service,
                figures: Public(digest: digestBytes(canonical(["said": said])))
            )
        }
    }
}

/// Who says it, of when, and from what.
package struct EvidenceHead: Hashable, Sendable {
    package let publisher: String
    package let regency: String
    package let quarter: Quarter
    package let issued: Instant
    package let by: String
    package let range: EvidenceStatement.RecordRange

    package init(
        publisher: String,
        regency: String,
        quarter: Quarter,
        issued: Instant,
        by: String,
        range: EvidenceStatement.RecordRange
    ) {
        self.publisher = publisher
        self.regency = regency
        self.quarter = quarter
        self.issued = issued
        self.by = by
        self.range = range
    }
}

/// A service of which evidence is given: what it is, and in which version it ran.
package struct EvidenceService: Hashable, Sendable {
    package let code: Code
    package let title: String
    package let blueprint: BlueprintName
    package let version: String
    package let digest: String
    package let adapted: [Adaptation]

    package init(
        _ code: Code,
        title: String,
        blueprint: BlueprintName,
        version: String,
        digest: String,
        adapted: [Adaptation]
    ) {
        self.code = code
        self.title = title
        self.blueprint = blueprint
        self.version = version
        self.digest = digest
        self.adapted = adapted
    }
}

/// One edit of a regency to a service of another, in words that travel with the figures.
package struct Adaptation: Hashable, Sendable {
    /// The slot, as overlays write it.
    package let at: String
    package let sentence: String
    package let reason: String

    package init(at: String, sentence: String, reason: String) {
        self.at = Self.cut(at)
        self.sentence = Self.cut(sentence)
        self.reason = Self.cut(reason)
    }

    /// As many as a statement tells of one service.
    package static let most = 100

    private static func cut(_ text: String) -> String {
        text.count > 400 ? String(text.prefix(399)) + "…" : text
    }
}

extension EvidenceStatement {
    /// Reads what our own record kept.
    package init(kept bytes: [UInt8]) throws(EvidenceRefusal) { try self.init(reading: bytes) }

    /// Reads a statement once one of these keys has signed it.
    package init(_ envelope: Envelope, signedBy keys: [TimedKey]) throws(EvidenceRefusal) {
        guard envelope.kind == .evidence else { throw .notEvidence }
        let signers = envelope.signers(among: keys.map(\.key))
        guard !signers.isEmpty else {
            throw envelope.names(oneOf: keys.map(\.key)) ? .altered : .unsigned
        }
        let statement = try EvidenceStatement(reading: envelope.payload)
        let isInTime = keys.contains {
            signers.contains($0.key) && statement.issued <= $0.until
        }
        guard isInTime else { throw .keyExpired }
        self = statement
    }

    /// The code of whoever is said to have signed a payload.
    static func publisher(namedIn payload: [UInt8]) throws(EvidenceRefusal) -> String {
        do {
            var object = try StrictObject.reading(payload)
            let name = try BlueprintName(strict: try object.text("publisher") + "/a")
            return name.publisher
        } catch {
            throw .faulty
        }
    }

    init(reading bytes: [UInt8]) throws(EvidenceRefusal) {
        do {
            var object = try StrictObject.reading(bytes)
            guard let quarter = Quarter(try object.text("quarter")) else { throw FormFault() }
            var record = try StrictObject(try object.value("record"))
            let range = RecordRange(
                first: try record.whole("first"),
                last: try record.whole("last"),
                head: try Public(strict: try record.text("head"))
            )
            try record.end()
            var lines: [Line] = []
            for item in try object.list("services") { lines.append(try Line(item)) }
            var total = try StrictObject(try object.value("total"))
            let received = try PublishedCount(try total.value("received"))
            let decided = try PublishedCount(try total.value("decided"))
            try total.end()
            let head = EvidenceHead(
                publisher: try object.text("publisher"),
                regency: try object.text("regency"),
                quarter: quarter,
                issued: try object.moment("issued"),
                by: try object.text("by"),
                range: range
            )
            try object.end()
            let read = EvidenceStatement(head, lines, received: received, decided: decided)
            // One content, one form: what would be written otherwise is none of ours.
            guard let read, read.bytes == bytes else { throw FormFault() }
            self = read
        } catch {
            throw .faulty
        }
    }
}
