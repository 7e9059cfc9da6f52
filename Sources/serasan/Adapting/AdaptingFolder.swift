import Blueprints
import Exchange
import Foundation
import Office
import Services

/// The blueprints of a regency's folder as they are installed, adapted and replaced.
struct AdaptingFolder {
    let folder: RegencyFolder
    private let regency: RegencyFile
    private let runner: ExampleRunner

    init(_ folder: RegencyFolder) throws {
        self.folder = folder
        let (regency, diagnostics) = try folder.regency()
        guard let regency else {
            print(checkText(diagnostics, source: folder.text), terminator: "")
            throw CommandFailure("regency.yaml belum benar.", code: 1)
        }
        self.regency = regency
        runner = try ExampleRunner(regency: regency, archive: folder.regencyArchive())
    }

    /// A blueprint here, with what is ours in it.
    func adapted(_ name: String) throws -> AdaptedFolder {
        guard try folder.blueprints().contains(name) else {
            throw CommandFailure("Cetak biru \(name) tidak ada di sini.")
        }
        return AdaptedFolder(try folder.archive(of: name), named: name)
    }

    // MARK: Upgrades

    /// What becomes of each blueprint here that the members bring in other bytes.
    func plans(for members: [ReplicaMember], answers: UpgradeAnswers) throws -> [UpgradePlan] {
        let here = try folder.blueprints()
        let known = members.filter { here.contains($0.name) }
        guard !known.isEmpty else {
            let names = members.map(\.name).joined(separator: ", ")
            throw CommandFailure(
                "\(names) belum ada di sini. Pasang dulu dengan serasan replicate."
            )
        }
        let changed = try known.filter { try adapted($0.name).digest != $0.files.digest }
        let installed = try folder.check().blueprints
        return try (changed.isEmpty ? known : changed).map { member in
            planUpgrade(
                of: try adapted(member.name),
                to: member.files,
                answers: answers,
                on: UpgradeGround(
                    installed: installed.filter { $0.name.description != member.name },
                    needs: NeedsOfFeatures.all,
                    example: tries
                )
            )
        }
    }

    /// Puts a planned upgrade in place; nothing where the plan has no result.
    func make(_ plan: UpgradePlan) throws {
        guard let result = plan.result else { return }
        try put(result, in: plan.name, replacing: adapted(plan.name))
    }

    /// Replaces a blueprint's folder whole, and keeps what was there.
    func put(_ archive: FolderArchive, in name: String, replacing old: AdaptedFolder) throws {
        let kept = KeptEditions(folder)
        try kept.keep(old)
        try kept.keep(upstream: AdaptedFolder(archive, named: name).upstream)
        try FolderSwap(archive, at: place(of: name)).run()
    }

    // MARK: Replicas

    func replication(of members: [ReplicaMember]) throws -> ReplicationPlan {
        let here = try folder.blueprints().map { name in
            AdaptedFolder(try folder.archive(of: name), named: name)
        }
        return planReplication(
            of: members,
            on: ReplicationGround(regency: regency, here: here, example: tries)
        )
    }

    func install(_ result: ReplicationPlan.Result) throws {
        try KeptEditions(folder)
            .keep(upstream: AdaptedFolder(result.archive, named: result.name).upstream)
        let place = place(of: result.name)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try FolderSwap(result.archive, at: place).run()
    }

    private var tries: @Sendable (Example, Blueprint) -> [String] {
        { [runner] example, blueprint in runner.run(example, of: blueprint) }
    }

    private func place(of name: String) -> URL {
        folder.root.appending(path: "blueprints/\(name)")
    }
}
