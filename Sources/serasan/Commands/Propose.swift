import ArgumentParser
import Blueprints
import Exchange
import Foundation
import Ledger
import Office
import Stories

/// Writes chosen adaptations into a signed file for their publisher.
struct Propose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Mengusulkan penyesuaian kepada penerbitnya, dalam berkas bertanda tangan.",
        discussion: """
            Tanpa --entries semua penyesuaian diusulkan, kecuali hal daerah (isi lubang). Nama orang \
            dan nomor sungguhan ditolak. Kunci kerja dibuat dengan serasan keys working --evidence \
            dan disebut dalam katalog (serasan catalogue sign --working-key).
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Argument(help: "Nama cetak biru, misalnya 16.03/umkm.")
    var name: String

    @Option(parsing: .upToNextOption, help: "Alamat penyesuaian yang diusulkan.")
    var entries: [String] = []

    @Option(help: "Berkas kunci kerja.")
    var key: String

    @Option(help: "Berkas usulan yang ditulis.")
    var out: String

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            guard let regency = try folder.regency().value else {
                throw CommandFailure("regency.yaml belum benar.", code: 1)
            }
            let file = try KeyOnStick.read(key, for: .working)
            let adapted = try AdaptingFolder(folder).adapted(name)
            let proposer = Proposer(code: regency.code, name: regency.name, at: KeyOnStick.now)
            let proposal = try adapted.proposal(
                of: entries.isEmpty ? nil : entries.map { Slot($0) },
                from: proposer
            )
            try await compareWithRecord(proposal, of: adapted, folder)
            let envelope = try Envelope(.proposal, proposal.bytes).signed(by: file.key)
            try ExchangeFolder.write(envelope.bytes, to: URL(filePath: out))
            print("Usulan untuk \(name) \(proposal.version), \(proposal.edits.count) hal: \(out)")
            for sentence in sentences(of: proposal.edits, in: adapted.read.tree) {
                print("- \(sentence)")
            }
            print("sidik \(hexadecimal(proposal.document.digest))")
        }
    }

    /// Holds the entries against the officials and the dossiers of the record, where there is one.
    private func compareWithRecord(
        _ proposal: Proposal,
        of adapted: AdaptedFolder,
        _ folder: RegencyFolder
    ) async throws {
        guard try DatabaseOfFolder(data: folder.data).isThere else {
            print("Tidak dibandingkan dengan data warga: folder ini belum punya catatan.")
            return
        }
        let record = try await OpenRecord.open(folder)
        let officials = try await record.store.read { reader in
            try reader.namesOfOfficials()
        }
        let known = Set(PersonInExample.all(in: adapted.read.tree))
        let people = PersonInExample.all(in: adapted.tree).filter { !known.contains($0) }
        let found = try await record.store.read { reader in
            try people.filter { person in
                try !reader.search("case_search", for: person.text, limit: 1).isEmpty
            }
        }
        let named = proposal.edit(naming: officials)
        let living = found.first(where: \.isNumber)
        if named == nil, living == nil {
            let content = Transferred.Content(proposal)
            try await record.keep(.outgoing, content, with: proposal.blueprint.publisher)
        }
        try await record.store.close()
        if let named { throw ProposalProblem.namesOfficial(named.at.description) }
        if let living { throw ProposalProblem.livingPerson(living.file) }
    }
}

/// Reads, signs and takes proposals.
struct ProposalGroup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proposal",
        abstract: "Usulan perbaikan dari kabupaten lain: membaca, mengambil, menandatangani.",
        subcommands: [ReadProposalCommand.self, TakeProposal.self, SignProposal.self]
    )
}

/// Signs what the browser has written, with the key that lies on the server or a stick.
struct SignProposal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Menandatangani isi usulan yang dibuat di peramban."
    )

    @Argument(help: "Berkas dari peramban.")
    var file: String

    @Option(help: "Berkas kunci kerja.")
    var key: String

    @Option(help: "Berkas usulan yang ditulis.")
    var out: String

    func run() async throws {
        try await telling {
            let signing = try KeyOnStick.read(key, for: .working)
            let bytes = try ExchangeFolder.bytes(URL(filePath: file), most: Proposal.mostBytes)
            let proposal = try Proposal(reading: bytes)
            let envelope = try Envelope(.proposal, proposal.bytes).signed(by: signing.key)
            try ExchangeFolder.write(envelope.bytes, to: URL(filePath: out))
            print("Usulan untuk \(proposal.blueprint) \(proposal.version) ditandatangani: \(out)")
        }
    }
}

/// Shows a proposal against what its publisher has now.
struct ReadProposalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Membaca usulan: apa bedanya dengan yang sekarang, dan bisakah diambil.",
        discussion: "Tanpa --dir hanya isinya, tanpa dibandingkan. Tidak ada yang diubah."
    )

    @Argument(help: "Berkas usulan.")
    var file: String

    @Option(help: "Folder kabupaten yang menerbitkan cetak birunya.")
    var dir: String?

    @Flag(help: "Tulis sebagai JSON.")
    var json = false

    func run() async throws {
        try await telling {
            let envelope = try ExchangeFolder.envelope(URL(filePath: file))
            guard let dir else {
                let proposal = try Proposal(envelope)
                if json {
                    print(try serasan.json(ToldProposal(proposal, signer: nil, read: nil)))
                } else {
                    print(ProposalText(proposal: proposal, signer: nil, read: nil).text)
                }
                return
            }
            let origin = try OriginOfProposal(RegencyFolder(dir), envelope)
            let signer = try await origin.signer()
            let read = origin.read
            if json {
                print(
                    try serasan.json(ToldProposal(origin.proposal, signer: signer, read: read))
                )
            } else {
                print(
                    ProposalText(proposal: origin.proposal, signer: signer, read: read).text
                )
            }
        }
    }
}

/// Takes chosen entries of a proposal into the publisher's own files.
struct TakeProposal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "take",
        abstract: "Mengambil usulan ke berkas sendiri, dengan ucapan terima kasih kepada pengusul.",
        discussion: """
            Tanpa --entries diambil semua yang tidak bentrok. Yang bentrok hanya diambil bila disebut. \
            Versinya dinaikkan bila yang sekarang sudah dibagikan.
            """
    )

    @Argument(help: "Berkas usulan.")
    var file: String

    @Option(help: "Folder kabupaten.")
    var dir: String

    @Option(parsing: .upToNextOption, help: "Alamat yang diambil, seperti disebut usulannya.")
    var entries: [String] = []

    @Option(help: "Mengapa diambil.")
    var reason: String

    @Option(help: "Jabatan yang memutuskan; bukan nama orang.")
    var by: String

    func run() async throws {
        try await telling {
            guard reason.contains(where: { !$0.isWhitespace }) else {
                throw ProposalProblem.reasonMissing
            }
            let envelope = try ExchangeFolder.envelope(URL(filePath: file))
            let origin = try OriginOfProposal(RegencyFolder(dir), envelope)
            let signer = try await origin.signer()
            let slots = entries.isEmpty ? origin.read.plain : entries.map { Slot($0) }
            let day = String(Moment.text(KeyOnStick.now).prefix(10))
            let taken = try origin.read.taking(
                ProposalChoice(
                    slots: slots,
                    why: Why(reason: reason, author: by, date: day),
                    isReleased: try origin.isReleased()
                )
            )
            try origin.write(taken)
            try await origin.record(taken, signer: signer, reason: reason)
            let name = origin.proposal.blueprint
            print("\(name) \(taken.version): \(taken.slots.count) usulan diambil.")
            for slot in taken.slots { print("- \(slot)") }
            for rename in taken.renames?.renames ?? [] {
                print("  \(rename.from.last?.text ?? "") menjadi \(rename.to.last?.text ?? "")")
            }
            print("Berikutnya: serasan check \(dir)")
        }
    }
}
