package import Stories

extension TrustFact: FactShape {
    package var kind: Code {
        switch self {
        case .pinned: "pinned"
        case .rootTaken: "root-taken"
        case .catalogueTaken: "catalogue-taken"
        case .secondAsked: "second-asked"
        case .secondDeclined: "second-declined"
        case .equivocationSeen: "equivocation-seen"
        case .succeeded: "succeeded"
        case .rolledBack: "rolled-back"
        case .installedUnlisted: "installed-unlisted"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .pinned(let root), .rootTaken(let root), .succeeded(let root):
            root.write(to: &fields)
        case .catalogueTaken(let catalogue): catalogue.write(to: &fields)
        case .secondAsked(let asked): asked.write(to: &fields)
        case .secondDeclined(let document): fields.put("document", document)
        case .equivocationSeen(let seen):
            fields.put("about", seen.about)
            fields.put("number", seen.number)
            fields.put("kept", seen.kept)
            fields.put("other", seen.other)
        case .rolledBack(let step):
            fields.put("package", step.package)
            fields.put("from", step.from)
            fields.put("to", step.to)
            fields.put("catalogue", step.catalogue)
        case .installedUnlisted(let installed):
            fields.put("package", installed.package)
            fields.put("edition", installed.version)
            fields.put("digest", installed.digest)
            fields.put("words", installed.words)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "pinned": self = .pinned(try TakenRoot(from: fields))
        case "root-taken": self = .rootTaken(try TakenRoot(from: fields))
        case "succeeded": self = .succeeded(try TakenRoot(from: fields))
        case "catalogue-taken": self = .catalogueTaken(try TakenCatalogue(from: fields))
        case "second-asked": self = .secondAsked(try AskedSecond(from: fields))
        case "second-declined": self = .secondDeclined(try fields.get("document"))
        case "equivocation-seen":
            self = .equivocationSeen(
                Equivocation(
                    about: try fields.get("about"),
                    number: try fields.get("number"),
                    kept: try fields.get("kept"),
                    other: try fields.get("other")
                )
            )
        case "rolled-back":
            self = .rolledBack(
                SteppedBack(
                    package: try fields.get("package"),
                    from: try fields.get("from"),
                    to: try fields.get("to"),
                    catalogue: try fields.get("catalogue")
                )
            )
        case "installed-unlisted":
            self = .installedUnlisted(
                InstalledUnlisted(
                    package: try fields.get("package"),
                    version: try fields.get("edition"),
                    digest: try fields.get("digest"),
                    words: try fields.get("words")
                )
            )
        default: throw FactUnreadable("no fact of trust: \(kind)")
        }
    }
}

extension TakenRoot {
    fileprivate func write(to fields: inout FactWriter) {
        fields.put("number", number)
        fields.put("document", document)
        fields.put("content", content)
        fields.put("issued", issued)
        fields.put("keys", each: keys)
        fields.put("threshold", threshold)
        fields.put("catalogue_keys", each: catalogueKeys)
    }

    fileprivate init(from fields: FactReader) throws(FactUnreadable) {
        number = try fields.get("number")
        document = try fields.get("document")
        content = try fields.get("content")
        issued = try fields.get("issued")
        keys = try fields.list("keys")
        threshold = try fields.get("threshold")
        catalogueKeys = try fields.list("catalogue_keys")
    }
}

extension TakenCatalogue {
    fileprivate func write(to fields: inout FactWriter) {
        fields.put("number", number)
        fields.put("document", document)
        fields.put("content", content)
        fields.put("issued", issued)
        fields.put("expires", expires)
        fields.put("root", root)
        fields.put("revoked", each: revoked)
        fields.put("packages", each: packages)
        fields.put("way", way)
        fields.put("approver", approver)
    }

    fileprivate init(from fields: FactReader) throws(FactUnreadable) {
        number = try fields.get("number")
        document = try fields.get("document")
        content = try fields.get("content")
        issued = try fields.get("issued")
        expires = try fields.get("expires")
        root = try fields.get("root")
        revoked = try fields.list("revoked")
        packages = try fields.list("packages")
        way = try fields.get("way")
        approver = try fields.find("approver")
    }
}

extension AskedSecond {
    fileprivate func write(to fields: inout FactWriter) {
        fields.put("number", number)
        fields.put("document", document)
        fields.put("content", content)
        fields.put("issued", issued)
        fields.put("asked_by", by)
    }

    fileprivate init(from fields: FactReader) throws(FactUnreadable) {
        number = try fields.get("number")
        document = try fields.get("document")
        content = try fields.get("content")
        issued = try fields.get("issued")
        by = try fields.get("asked_by")
    }
}

extension SeenPackage: FactField {
    package var json: FactValue { .object(["name": name.json, "edition": version.json]) }

    package init?(json: FactValue) {
        guard case .object(let fields) = json, let name = fields["name"].flatMap(Code.init(json:)),
            let version = fields["edition"].flatMap(Code.init(json:))
        else { return nil }
        self.init(name: name, version: version)
    }
}
