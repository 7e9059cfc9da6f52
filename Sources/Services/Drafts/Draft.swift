package import Blueprints
package import Cases
import Ledger
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

    /// Answered questions that have changed since, until somebody looks at them again.
    package var changed: Set<String> = []

    /// For whom it is filled in, and by whom, where somebody helps.
    var helped: HelpedDraft?

    /// Marks of the devices that may open it.
    package var devices: Set<String>
    package var started: Instant
    package var saved: Instant

    /// How often it was kept before, as it was opened; nil where it is kept nowhere yet.
    var turn: Int64?

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

    /// What was typed into a form that is kept nowhere: the page carries it until it is done.
    init(typedAt now: Instant) {
        id = OpaqueID(high: 0, low: 0)
        caseID = CaseID(id)
        service = ""
        digest = ""
        fields = [:]
        files = [:]
        devices = []
        started = now
        saved = now
    }

    /// Everything that is on disk for this draft.
    package var allFiles: [SentFile] { files.values.flatMap(\.self) }

    /// Whether anything was answered to a question.
    func hasAnswer(_ question: String) -> Bool {
        if files[question]?.isEmpty == false { return true }
        return fields.contains { name, values in
            (name == question || name.hasPrefix("\(question)-"))
                && values.contains { !$0.allSatisfy(\.isWhitespace) }
        }
    }
}

/// Somebody fills in a draft for a person who agreed.
struct HelpedDraft: Hashable, Sendable {
    /// Which of the people of the helper's log-in.
    let person: OpaqueID

    /// "Ibu Siti A.", as every page of the form says it.
    let name: String

    /// The helper's own name, as the consent says it.
    let helper: String
    let hasNoPhone: Bool
    let help: Assistance
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
            var fields: [String: JSONValue] = [
                "caseID": .text(caseID.id.description),
                "service": .text(service),
                "digest": .text(digest),
                "fields": .object(fields.mapValues(texts)),
                "files": .object(files.mapValues { texts($0.map(\.answer)) }),
                "changed": texts(changed.sorted()),
                "devices": texts(devices.sorted()),
                "started": .number(Double(started.milliseconds)),
                "saved": .number(Double(saved.milliseconds)),
            ]
            if let helped { fields["helped"] = helped.json }
            return try CanonicalJSON.write(JSONValue.object(fields))
        }
    }

    /// A draft as it was opened.
    init(id: OpaqueID, _ opened: Drafts.Opened) throws {
        try self.init(id: id, bytes: opened.content)
        turn = opened.turn
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
        // Drafts from before there were other versions say nothing.
        changed = Set(written["changed"]?.texts ?? [])
        devices = Set(written["devices"]?.texts ?? [])
        self.started = started
        self.saved = saved
        helped = written["helped"].flatMap(HelpedDraft.init(json:))
    }
}

extension HelpedDraft {
    fileprivate var json: JSONValue {
        .object([
            "person": .text(person.description), "name": .text(name), "helper": .text(helper),
            "phone": .text(hasNoPhone ? "tidak" : "ya"),
            "help": help.draftJSON,
        ])
    }

    fileprivate init?(json: JSONValue) {
        guard let person = json["person"]?.text.flatMap({ OpaqueID($0) }),
            let name = json["name"]?.text, let helper = json["helper"]?.text,
            let help = json["help"].flatMap(Assistance.init(draft:))
        else { return nil }
        self.init(
            person: person,
            name: name,
            helper: helper,
            hasNoPhone: json["phone"]?.text == "tidak",
            help: help
        )
    }
}

extension JSONValue {
    subscript(name: String) -> JSONValue? { members[name] }

    var members: [String: JSONValue] {
        if case .object(let members) = self { members } else { [:] }
    }

    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    var texts: [String] {
        if case .list(let items) = self { items.compactMap(\.text) } else { [] }
    }

    var instant: Instant? {
        guard case .number(let number) = self else { return nil }
        return Int64(exactly: number).map(Instant.init(milliseconds:))
    }
}
