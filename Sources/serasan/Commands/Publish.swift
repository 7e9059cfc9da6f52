import ArgumentParser
import Blueprints
import Ledger
import Office
import Server
import Services
import Stories

/// Publishes the regency and its blueprints: from then on they are in force.
struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Menerbitkan kabupaten dan cetak birunya.",
        discussion: """
            Yang terbit masuk ke catatan dan langsung berlaku di semua server. Yang tidak berubah \
            dibiarkan. Bila ada kesalahan atau isian kosong, tidak ada yang terbit.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            let checked = try folder.check(isPublishing: true)
            if checked.hasErrors {
                print(checkText(checked.diagnostics, source: folder.text), terminator: "")
                throw CommandFailure("Belum ada yang diterbitkan.", code: 1)
            }
            let record = try await OpenRecord.open(folder)
            try await Publishing(record: record, folder: folder).run(checked)
            try await record.store.close()
        }
    }
}

/// Appends what changed in a folder to the record.
struct Publishing {
    let record: OpenRecord
    let folder: RegencyFolder

    func run(_ checked: CheckedFolder) async throws {
        let digest = EditionReading.digest
        let regency = try folder.regencyArchive()
        try await publish(
            regency,
            as: InForceKeeper.regencyName,
            version: String(digest(regency.bytes).prefix(12)),
            services: []
        )
        for blueprint in checked.blueprints {
            guard let name = Code(blueprint.name.description) else { continue }
            let archive = try folder.archive(of: blueprint.name.description)
            // An adaptation of ours is an edition of its own under the publisher's version.
            let mark = String(digest(archive.bytes).prefix(8))
            try await publish(
                archive,
                as: name,
                version: "\(blueprint.version)+\(mark)",
                services: blueprint.services.compactMap { Code($0.id.text) }
            )
        }
    }

    private func publish(
        _ archive: FolderArchive,
        as name: Code,
        version: String,
        services: [Code]
    ) async throws {
        guard let version = Code(version),
            let content = bytes(hexadecimal: EditionReading.digest(archive.bytes)),
            let id = OpaqueID(EditionReading.digest(Array("publication/\(name)".utf8)).prefix(32))
        else { throw CommandFailure("Versi \(version) bukan sebuah kata.") }
        let stream = Stream(PublicationStory.kind, id)
        let (state, seen) = try await record.store.state(of: stream, as: PublicationStory.self)
        let edition = Edition(
            name: name,
            version: version,
            content: Public(digest: content),
            services: services
        )
        do {
            let decision = try PublicationStory.decide(state, .publish(edition), ())
            var append = try Append(
                decision,
                to: stream,
                at: record.clock.now(),
                by: .system,
                expecting: [stream: seen]
            )
            append.content = [archive.bytes]
            guard case .recorded = try await record.store.append(append) else {
                throw CommandFailure("Orang lain menerbitkan pada saat yang sama. Coba lagi.")
            }
            print("\(name) \(version): terbit")
        } catch PublicationRefusal.unchanged {
            print("\(name) \(version): tidak berubah")
        }
    }
}
