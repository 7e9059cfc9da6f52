import Blueprints
import Office
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

    @Test func `a copy of one service has what it reaches, and stands by itself`() throws {
        let ground = CompileGround(digest: { bytes in "\(bytes.count)" })
        let files = try Sample.blueprint("kopi")
        let whole = try #require(compile(files.folder, on: ground).blueprint)
        for service in whole.services where service.elsewhere == nil {
            let archive = try #require(
                Skeleton.copy(
                    of: service,
                    in: files,
                    publisher: "12.03",
                    naming: ("salinan-kita", "Salinan kita")
                )
            )
            let copy = BlueprintFiles(
                archive.files.map { SourceFile(path: $0.path, bytes: $0.bytes) }
            )
            #expect(copy.folder.diagnostics.isEmpty)
            #expect(copy.tree["service"]?.children.map(\.id) == ["salinan-kita"])
            let examples = copy.tree["example"]?.children ?? []
            #expect(examples.count == whole.examples.count { $0.service == service.id })
            #expect(examples.allSatisfy { $0.tree["service"] == "salinan-kita" })
            let compiled = compile(copy.folder, on: ground)
            let errors = compiled.diagnostics.filter { $0.severity == .error }
            #expect(errors.isEmpty, "\(service.id): \(errors.map(\.sentence))")
            let made = try #require(compiled.blueprint?.services.first)
            #expect(made.title.indonesian == "Salinan kita")
            #expect(made.questions.map(\.id) == service.questions.map(\.id))
            #expect(made.steps.map(\.id) == service.steps.map(\.id))
            #expect(Set(made.letters.keys) == Set(service.letters.keys))
            let english = { (service: PublicService) in
                service.questions.map { $0.ask.text(in: .english).text }
            }
            #expect(english(made) == english(service))
        }
    }

    @Test(
        arguments: [
            ("@", "letter", ["title": "Surat lain", "layout": "judul tengah", "signer": "kepala"]),
            ("@", "register", ["title": "Daftar lain"]),
            ("service/surat-keterangan-usaha", "ask", ["title": "Halaman baru"]),
            (
                "service/surat-keterangan-usaha", "steps",
                [
                    "title": "Langkah baru", "stage": "diproses", "by": "sekretaris",
                    "within": "1 hari kerja",
                ]
            ),
        ] as [(String, ID, [ID: String])]
    )
    func `what is added comes with what it cannot be without`(
        parent: String,
        key: ID,
        texts: [ID: String]
    ) throws {
        let files = try Sample.blueprint()
        let collection = try #require(
            parent == "@"
                ? EditedThing.Collection(key, of: files.tree)
                : EditedThing(in: files.tree, at: Slot(parent))?.collections.first { $0.key == key }
        )
        var said = texts
        if key == "letter" {
            said["classification"] = "400"
            said["number"] = "{klasifikasi}/{urut}/{unit}/{tahun}"
        }
        let new = try #require(
            EditedThing(in: files.tree, at: collection.slot.child("baru"))
        )
        let node = try #require(new.edits(said, why: Sample.why).first?.now)
        let slot = collection.slot.child("baru")
        let whole = Skeleton.whole(node, as: collection.part)
        let edits =
            [collection.adding(whole, as: "baru", in: files.tree, why: Sample.why)]
            + Skeleton.inside(collection.part, at: slot, in: files.tree, why: Sample.why)
        let next = Sample.after(files, edits)
        #expect(next.folder.diagnostics.map(\.sentence).isEmpty)
        #expect(next.tree[at: slot]?["title"]?.text == said["title"])
        #expect(next.tree == apply(edits, to: files.tree.withRoom(for: edits)).0)
    }
}
