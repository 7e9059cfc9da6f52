package import Stories

/// What officials wrote in one go, by the names of its fields; sealed as one payload.
package struct Texts: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private var fields: [String: String] = [:]

    package init() {}

    package init(dictionaryLiteral elements: (String, String)...) {
        for (name, text) in elements { self[name] = text }
    }

    /// What was written in a field, without blanks around it; empty where nothing was.
    package subscript(name: String) -> String {
        get { fields[name] ?? "" }
        set {
            let text = newValue.trimmed
            fields[name] = text.isEmpty ? nil : text
        }
    }

    /// As it is sealed.
    package func bytes() throws(FactUnreadable) -> [UInt8] {
        var members = FactFields()
        for (name, text) in fields { members[name] = .text(text) }
        return try CanonicalJSON.write(FactValue.object(members))
    }

    package init(bytes: [UInt8]) throws(FactUnreadable) {
        guard case .object(let members) = try CanonicalJSON.read(bytes) else {
            throw FactUnreadable("no texts of cooperation")
        }
        for member in members {
            guard case .text(let text) = member.value else { continue }
            fields[member.name] = text
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        let rest = drop { $0.isWhitespace }
        return String(rest.reversed().drop { $0.isWhitespace }.reversed())
    }
}

/// Seals texts in the dossier of one story.
package struct TextsSealing: Sendable {
    let dossier: DossierID
    let sealer: Sealer
    let draw: Draw

    package init(in dossier: DossierID, by sealer: Sealer, _ draw: Draw = .random) {
        self.dossier = dossier
        self.sealer = sealer
        self.draw = draw
    }

    /// - Throws: `wordsMissing` where one of the named fields is empty.
    func seal(
        _ texts: Texts,
        needing names: String...
    ) throws(CooperationRefusal) -> (payload: Payload, sealed: Sealed) {
        guard names.allSatisfy({ !texts[$0].isEmpty }) else { throw .wordsMissing }
        let bytes: [UInt8]
        do {
            bytes = try texts.bytes()
        } catch {
            // Texts hold nothing but text, which canonical JSON always writes.
            throw .wordsMissing
        }
        return sealer.seal(bytes, in: dossier, draw)
    }
}

/// A file that proves something: sealed in the dossier, told by what its bytes are.
package struct Paper: Hashable, Sendable {
    package let file: OpaqueID
    package let size: Int
    package let type: PaperType

    package init(_ file: OpaqueID, size: Int, type: PaperType) {
        (self.file, self.size, self.type) = (file, size, type)
    }
}

/// What a file's first bytes say it is.
package enum PaperType: String, FactWord {
    case pdf, jpg, png

    /// - Returns: nil for anything else, whatever the sender calls it.
    package init?(_ bytes: [UInt8]) {
        if bytes.starts(with: Array("%PDF-".utf8)) {
            self = .pdf
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpg
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else {
            return nil
        }
    }

    /// As HTTP names it.
    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpg: "image/jpeg"
        case .png: "image/png"
        }
    }
}

extension FactWriter {
    mutating func put(paper: Paper?) {
        put("file", paper?.file)
        put("size", paper?.size)
        put("type", paper?.type)
    }
}

extension FactReader {
    func paper() throws(FactUnreadable) -> Paper? {
        guard let file: OpaqueID = try find("file") else { return nil }
        return Paper(file, size: try get("size"), type: try get("type"))
    }
}
