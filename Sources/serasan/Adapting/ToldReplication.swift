import Blueprints
import Exchange

/// A replication as a program reads it.
struct ToldReplication: Encodable {
    let possible: Bool
    let members: [Member]
    let bind: [Bind]
    let clashes: [Said]
    let foreignNames: [Foreign]
    let findings: [ToldPlan.Finding]
    let examples: [ToldPlan.Example]
    let obstacles: [ToldPlan.Said]

    struct Member: Encodable {
        let name, version, digest, state: String
        let here: String?
    }

    struct Bind: Encodable {
        let blueprint, kind, name, slot, sentence, english: String
    }

    struct Said: Encodable {
        let kind, id, holder, sentence, english: String
    }

    struct Foreign: Encodable {
        let slot, name: String
    }

    init(_ plan: ReplicationPlan) {
        possible = plan.obstacles.isEmpty
        members = plan.members.map { member in
            Member(
                name: member.name,
                version: member.version,
                digest: member.digest,
                state: member.state.word,
                here: member.state.versionHere
            )
        }
        bind = plan.toBind.map {
            Bind(
                blueprint: $0.blueprint,
                kind: $0.kind.rawValue,
                name: $0.name,
                slot: $0.slot.description,
                sentence: $0.sentence.indonesian,
                english: $0.sentence.english
            )
        }
        clashes = plan.clashes.map {
            Said(
                kind: $0.kind.rawValue,
                id: $0.id.text,
                holder: $0.holder,
                sentence: $0.sentence.indonesian,
                english: $0.sentence.english
            )
        }
        foreignNames = plan.foreignNames.map {
            Foreign(slot: $0.slot.description, name: $0.name)
        }
        findings = plan.findings.map(ToldPlan.Finding.init)
        examples = plan.examples.map {
            ToldPlan.Example(id: $0.id.text, inResult: true, complaints: $0.complaints)
        }
        obstacles = plan.obstacles.map {
            ToldPlan.Said(sentence: $0.sentence, english: $0.sentenceInEnglish)
        }
    }
}

extension ReplicationPlan.State {
    var word: String {
        switch self {
        case .new: "new"
        case .here: "here"
        case .otherVersion: "other-version"
        }
    }

    var versionHere: String? {
        guard case .otherVersion(let version) = self else { return nil }
        return version
    }

    var indonesian: String {
        switch self {
        case .new: "akan dipasang"
        case .here: "sudah ada di sini, sama persis"
        case .otherVersion(let version): "di sini sudah ada versi \(version), dibiarkan"
        }
    }
}

/// A replication as a person reads it.
struct ReplicationText {
    let plan: ReplicationPlan

    var text: String {
        [
            section(
                "Cetak biru",
                plan.members.map { "- \($0.name) \($0.version): \($0.state.indonesian)" }
            ),
            section(
                "Hal daerah yang perlu diisi",
                plan.toBind.map { "- \($0.blueprint): \($0.sentence.indonesian)" }
            ),
            section("Bentrok", plan.clashes.map { "- \($0.sentence.indonesian)" }),
            section(
                "Sebutan daerah lain",
                plan.foreignNames.map { "- \($0.slot): \($0.name)" }
            ),
            section(
                "Temuan",
                plan.findings.map { "- \($0.place) [\($0.code)] \($0.sentence)" }
            ),
            section("Contoh", plan.examples.map(Self.example)),
            section("Belum bisa", plan.obstacles.map { "- \($0.sentence)" }),
        ].filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private static func example(_ example: UpgradeExample) -> String {
        let mark = example.complaints.isEmpty ? "cocok" : "TIDAK COCOK"
        return (["- \(example.id): \(mark)"] + example.complaints.map { "    \($0)" })
            .joined(separator: "\n")
    }

    private func section(_ title: String, _ lines: [String]) -> String {
        lines.isEmpty ? "" : ([title] + lines).joined(separator: "\n")
    }
}
