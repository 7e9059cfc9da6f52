package import Blueprints
package import Cases
package import Stories

/// What somebody has filled in so far, as it was typed.
///
/// It becomes a case when it is sent; the case's id is drawn with the draft, so that its files
/// are sealed for the case from the beginning.
package struct Draft: Hashable, Sendable {
    package let id: OpaqueID
    package let caseID: CaseID
    package let service: String

    /// The version of the service that the form was shown in.
    package var digest: String

    /// The values of the form's fields by their names, as they came in.
    package var fields: [String: [String]]

    /// The files by the question that asked for them.
    package var files: [String: [SentFile]]

    /// Marks of the devices that may open it.
    package var devices: Set<String>
    package var started: Instant
    package var saved: Instant

    package init(
        id: OpaqueID,
        caseID: CaseID,
        service: PublicService,
        device: String,
        at now: Instant
    ) {
        self.id = id
        self.caseID = caseID
        self.service = service.id.text
        digest = service.digest
        fields = [:]
        files = [:]
        devices = [device]
        started = now
        saved = now
    }

    /// Everything that is on disk for this draft.
    package var allFiles: [SentFile] { files.values.flatMap(\.self) }
}

/// A file that came with a draft and lies sealed on disk.
package struct SentFile: Hashable, Sendable {
    package let id: OpaqueID
    package let size: Int64
    package let kind: Kind

    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case jpeg = "jpg"
        case png
        case pdf
        case geoJSON = "geojson"

        package var mediaType: String {
            switch self {
            case .jpeg: "image/jpeg"
            case .png: "image/png"
            case .pdf: "application/pdf"
            case .geoJSON: "application/geo+json"
            }
        }
    }

    package init(id: OpaqueID, size: Int64, kind: Kind) {
        self.id = id
        self.size = size
        self.kind = kind
    }

    /// How the file stands among the answers: `0f…3a.jpg.183204`.
    package var answer: String { "\(id).\(kind.rawValue).\(size)" }

    /// Reads what `answer` wrote.
    package init?(answer: String) {
        let parts = answer.split(separator: ".")
        guard parts.count == 3, let id = OpaqueID(parts[0]),
            let kind = Kind(rawValue: String(parts[1])),
            let size = Int64(parts[2])
        else { return nil }
        self.init(id: id, size: size, kind: kind)
    }
}

extension Draft {
    /// The bytes that are sealed: one JSON object.
    package var bytes: [UInt8] {
        get throws {
            func texts(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }
            return try CanonicalJSON.write(
                JSONValue.object([
                    "caseID": .text(caseID.id.description),
                    "service": .text(service),
                    "digest": .text(digest),
                    "fields": .object(fields.mapValues(texts)),
                    "files": .object(files.mapValues { texts($0.map(\.answer)) }),
                    "devices": texts(devices.sorted()),
                    "started": .number(Double(started.milliseconds)),
                    "saved": .number(Double(saved.milliseconds)),
                ])
            )
        }
    }

    /// Reads the bytes of a draft back.
    package init(id: OpaqueID, bytes: [UInt8]) throws {
        let written = try CanonicalJSON.readAny(bytes)
        guard let caseID = written["caseID"]?.text.flatMap({ OpaqueID($0) }),
            let service = written["service"]?.text, let digest = written["digest"]?.text,
            let started = written["started"]?.instant, let saved = written["saved"]?.instant
        else { throw ServiceRefusal.noSuchDraft }
        self.id = id
        self.caseID = CaseID(caseID)
        self.service = service
        self.digest = digest
        fields = written["fields"]?.members.mapValues(\.texts) ?? [:]
        files =
            written["files"]?.members.mapValues { $0.texts.compactMap(SentFile.init(answer:)) }
            ?? [:]
        devices = Set(written["devices"]?.texts ?? [])
        self.started = started
        self.saved = saved
    }
}

extension JSONValue {
    fileprivate subscript(name: String) -> JSONValue? { members[name] }

    fileprivate var members: [String: JSONValue] {
        if case .object(let members) = self { members } else { [:] }
    }

    fileprivate var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    fileprivate var texts: [String] {
        if case .list(let items) = self { items.compactMap(\.text) } else { [] }
    }

    fileprivate var instant: Instant? {
        guard case .number(let number) = self else { return nil }
        return Int64(exactly: number).map(Instant.init(milliseconds:))
    }
}
