import ArgumentParser
import Blueprints
import Exchange
import Foundation
import Ledger
import Office
import Stories

/// Says by meaning what differs between two blueprints.
struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Menyebut beda dua cetak biru menurut artinya.",
        discussion: """
            A dan B adalah folder cetak biru, berkas paket, atau NAMA@VERSI dari catatan (--dir). \
            Kode keluar 0 bila sama, 1 bila berbeda.
            """
    )

    @Argument(help: "Yang lama.")
    var a: String

    @Argument(help: "Yang baru.")
    var b: String

    @Option(help: "Folder kabupaten, untuk NAMA@VERSI.")
    var dir: String?

    @Flag(help: "Tulis sebagai JSON.")
    var json = false

    @Option(help: "Bahasa kalimatnya: id atau en.")
    var language = "id"

    func validate() throws {
        guard ["id", "en"].contains(language) else {
            throw ValidationError("--language: id atau en.")
        }
    }

    func run() async throws {
        try await telling {
            let (old, new) = (try await folder(a), try await folder(b))
            let difference = Difference(from: old.tree, to: new.tree)
            if json {
                print(try serasan.json(ToldDifference(difference, old, new)))
            } else {
                print(text(of: difference), terminator: "")
            }
            if !difference.isEmpty { throw ExitCode(1) }
        }
    }

    private func text(of difference: Difference) -> String {
        let isEnglish = language == "en"
        guard !difference.isEmpty else { return isEnglish ? "The same.\n" : "Sama.\n" }
        return Difference.Group.allCases.compactMap { group in
            let edits = difference.edits(in: group)
            guard !edits.isEmpty else { return nil }
            let title = isEnglish ? group.title.english : group.title.indonesian
            let said = difference.sentences(of: edits, language: Language(language))
            return (["\(title) (\(edits.count))"] + said.map { "- \($0)" })
                .joined(separator: "\n") + "\n"
        }.joined(separator: "\n")
    }

    /// A folder, a file, or an edition of the record.
    private func folder(_ place: String) async throws -> AdaptedFolder {
        if FileManager.default.fileExists(atPath: place) {
            let archive = try BlueprintSource.whole(at: place)
            return AdaptedFolder(archive, named: place)
        }
        let parts = place.split(separator: "@", maxSplits: 1).map(String.init)
        guard parts.count == 2, let dir else {
            throw CommandFailure(
                "Tidak ada \(place). Untuk versi dari catatan: NAMA@VERSI dengan --dir FOLDER."
            )
        }
        let record = try await OpenRecord.open(RegencyFolder(dir))
        let archive = try await record.store.read { reader -> FolderArchive? in
            let editions = try reader.editions().filter { $0.name.text == parts[0] }
            let found =
                editions.last { $0.version.text == parts[1] }
                ?? editions.last { $0.version.text.hasPrefix("\(parts[1])+") }
            guard let found, let bytes = try reader.content(found.content) else { return nil }
            return FolderArchive(bytes: bytes)
        }
        try await record.store.close()
        guard let archive else {
            throw CommandFailure("\(parts[0]) versi \(parts[1]) tidak ada dalam catatan.")
        }
        return AdaptedFolder(archive, named: parts[0])
    }
}

/// A difference as a program reads it.
private struct ToldDifference: Encodable {
    let from, to: String
    let same: Bool
    let edits: [Entry]

    struct Entry: Encodable {
        let group, at, sentence, english: String
        let was, now: ToldTree?
        let after: String?
    }

    init(_ difference: Difference, _ old: AdaptedFolder, _ new: AdaptedFolder) {
        (from, to) = (old.version, new.version)
        same = difference.isEmpty
        edits = difference.edits.map { group, edit in
            Entry(
                group: group.rawValue,
                at: edit.at.description,
                sentence: difference.sentences(of: [edit], language: .indonesian).joined(),
                english: difference.sentences(of: [edit], language: .english).joined(),
                was: ToldTree(edit.was),
                now: ToldTree(edit.now),
                after: edit.after?.text
            )
        }
    }
}
