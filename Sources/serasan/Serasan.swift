import ArgumentParser

/// The program: one binary that makes, checks, publishes and serves a regency.
@main
struct Serasan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serasan",
        abstract: "Menjalankan layanan publik satu kabupaten dari satu folder.",
        discussion: """
            Satu layanan adalah satu berkas. Mulai begini:

              serasan init KABUPATEN --name "Kabupaten Contoh" --code 16.03 --demo
              serasan check KABUPATEN
              serasan publish KABUPATEN
              serasan serve KABUPATEN

            Kode keluar: 0 berhasil; 1 ada kesalahan dalam berkas atau contoh; 2 perintah ditolak \
            (folder tidak ada, nama sudah dipakai); 64 perintah salah tulis; 70 gangguan sistem.
            """,
        version: ProgramVersion.current,
        subcommands: [
            Init.self, Check.self, Examples.self, Publish.self, Serve.self, Officer.self,
            Rebuild.self, Seed.self, Export.self, Addresses.self, Doctor.self, Version.self,
            NoticesCommand.self, Clock.self, Backup.self, Restore.self, LedgerCommand.self,
            KeysCommand.self,
            ViewsCommand.self,
            ReceiptCommand.self, Pack.self, Verify.self, CatalogueCommand.self, Diff.self,
            Upgrade.self, Rollback.self, Replicate.self, OverlayCommand.self, CasesCommand.self,
            TrustCommandGroup.self, SampleAgreementCommand.self, Propose.self, ProposalGroup.self,
            EvidenceCommands.self, CoffeeCommand.self, Move.self,
        ]
    )
}
