import Blueprints
import Testing
import Workshop

/// What a new service begins as.
struct SkeletonTests {
    private var service: Tree {
        Skeleton.service(
            .record(["title": "Surat pindah", "purpose": "Bukti pindah.", "owner": "kelurahan"])
        )
    }

    @Test func `the first service of a new blueprint gets a file of its own`() throws {
        let archive = BlueprintFiles([
            SourceFile(
                path: "blueprint.yaml",
                text: "publisher: \"16.03\"\nname: baru\nversion: 0.1.0\ntitle: Baru\n"
                    + "licence: CC0-1.0\n"
            )
        ])
        let services = try #require(EditedThing.Collection("service", of: archive.tree))
        let added = services.adding(service, as: "pindah", in: archive.tree, why: Sample.why)
        let changed = archive.changed(by: [added])
        #expect(changed.clashes.isEmpty)
        #expect(changed.files.map(\.path) == ["services/pindah.yaml"])
        #expect(Sample.after(archive, [added]).tree[at: "service/pindah"] == service)
    }

    @Test func `a new service lacks only what its office has to say`() throws {
        let files = try Sample.blueprint()
        let slot: Slot = "service/surat-pindah"
        let services = try #require(EditedThing.Collection("service", of: files.tree))
        let added = services.adding(
            service,
            as: "surat-pindah",
            in: files.tree,
            why: Sample.why
        )
        let next = Sample.after(files, [added])
        #expect(next.tree[at: Sample.service] == files.tree[at: Sample.service])
        #expect(next.tree[at: slot] == service)
        #expect(next.folder.diagnostics.isEmpty)
        let compiled = compile(next.folder, on: CompileGround(digest: { "\($0.count)" }))
        let errors = compiled.diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty, "\(errors.map(\.sentence))")
        let holes = compiled.blueprint?.openHoles.map(\.text) ?? []
        #expect(Set(["persyaratan", "produk", "evaluasi"]).isSubset(of: holes))
        let shown = compiled.blueprint?.services.first { $0.id == "surat-pindah" }
        #expect(shown?.title.indonesian == "Surat pindah")
    }
}
