package import Blueprints
package import Office

/// What a new service or blueprint begins as.
///
/// It is whole enough to be shown, with a hole wherever somebody has to say something of their own.
/// Holes keep it from being published.
package enum Skeleton {
    /// A blueprint without services.
    static func blueprint(publisher: String, name: Blueprints.ID, title: String) -> FolderArchive? {
        let tree = Tree.record([
            "blueprint": .record([
                "publisher": .text(publisher), "name": .text(name.text), "version": "0.1.0",
                "title": .text(title), "licence": "CC0-1.0",
            ])
        ])
        return FolderArchive(writeBlueprint(tree).map { .init(path: $0.path, bytes: $0.bytes) })
    }

    /// The same blueprint under another name: what was adapted of it is part of it now.
    static func copy(
        of files: BlueprintFiles,
        publisher: String,
        name: Blueprints.ID,
        title: String
    ) -> FolderArchive? {
        let head = (files.tree["blueprint"] ?? .record([:]))
            .setting("publisher", to: .text(publisher)).setting("name", to: .text(name.text))
            .setting("version", to: "0.1.0").setting("title", to: .text(title))
        let tree = files.tree.setting("blueprint", to: head)
        let written = writeBlueprint(files.folder, as: tree).filter {
            !$0.path.hasPrefix(FileKind.renames.location)
        }
        return FolderArchive(written.map { .init(path: $0.path, bytes: $0.bytes) })
    }

    /// One service of a blueprint as a blueprint of its own, under another name: with the letters,
    /// rules and registers that it reaches, its examples and its translations.
    ///
    /// Every id in it stays, but for the service's own: two services cannot have one address.
    package static func copy(
        of service: PublicService,
        in files: BlueprintFiles,
        publisher: String,
        naming new: (name: Blueprints.ID, title: String)
    ) -> FolderArchive? {
        let edits = files.folder.overlay?.fillings(of: files.tree) ?? []
        let whole = apply(edits, to: files.tree).0
        let head = (whole["blueprint"] ?? .record([:]))
            .setting("publisher", to: .text(publisher)).setting("name", to: .text(new.name.text))
            .setting("version", to: "0.1.0").setting("title", to: .text(new.title))
            .setting("summary", to: nil)
        var tree = Tree.record(["blueprint": head])
        let examples = (whole["example"]?.children ?? []).filter {
            $0.tree["service"]?.text == service.id.text
        }
        for slot in service.reach + examples.map({ Slot(["example", $0.id]) }) {
            tree = tree.with(whole[at: slot], at: slot.path)
        }
        for language in whole["text"]?.children ?? [] {
            for slot in service.reach {
                tree = tree.with(language.tree[at: slot], at: ["text", language.id] + slot.path)
            }
        }
        let old = Slot(["service", service.id])
        let here = Slot(["service", new.name])
        let renamed = RenameChain([[Rename(from: old, to: here)]], in: tree).base
            .with(.text(new.title), at: here.child("title").path)
            .with(nil, at: ["text", "en"] + here.child("title").path)
        return FolderArchive(writeBlueprint(renamed).map { .init(path: $0.path, bytes: $0.bytes) })
    }

    /// A new thing with what it cannot be without in its file, as `node` says more of it.
    package static func whole(_ node: Tree, as part: Part) -> Tree {
        if part == .service { return service(node) }
        if part == .letter {
            let text = "Yang bertanda tangan di bawah ini menerangkan bahwa {nama} …"
            let body = Tree.collection([("pembuka", .record(["text": .text(text)]))])
            return node.setting("block", to: body)
        }
        if part == .register {
            let type = Tree.atom([.record(["type": .text("name")])])
            let field = Tree.record(["ask": .text("Nama"), "type": type])
            let fields = Tree.collection([("nama", field)])
            return node.setting("fields", to: fields)
        }
        return node
    }

    /// What has to stand in a new page or step from the beginning: a question, an action.
    ///
    /// They live beside it in their service, so each is an edit of its own.
    package static func inside(
        _ part: Part,
        at slot: Slot,
        in tree: Tree,
        why: Why
    ) -> [Edit] {
        guard part == .page || part == .step, let parent = slot.last else { return [] }
        let scope = Slot(Array(slot.path.prefix(2)))
        let home = scope.child(part == .page ? "question" : "action")
        let outcome = tree[at: scope.child("outcome")]?.children.first?.id ?? "selesai"
        let node =
            part == .page
            ? Tree.record([
                .place: .text(parent.text), "ask": "Apa yang ditanyakan?",
                "type": .atom([.record(["type": "text"])]),
            ])
            : Tree.record([
                .place: .text(parent.text), "label": "Lanjutkan", "to": .text(outcome.text),
                "notify": "none",
            ])
        let all = tree[at: home]
        let id = Blueprints.ID.made(
            from: part == .page ? "Apa yang ditanyakan?" : "Lanjutkan",
            besides: Set(all?.ids ?? []),
            isLocal: parent.isLocal
        )
        guard let all, let last = all.ids.last else {
            return [Edit(at: home, was: all, now: .collection([(id, node)]), why: why)]
        }
        return [Edit(at: home.child(id), was: nil, now: node, after: last, why: why)]
    }

    /// A service with one page, one step and the two endings that every service has, as `node`
    /// says more of it.
    package static func service(_ node: Tree) -> Tree {
        let file = SourceFile(path: "services/kerangka.yaml", text: text)
        let skeleton = readBlueprint([file], at: "").tree["service"]?["kerangka"] ?? .record([:])
        return node.children.reduce(skeleton) { $0.setting($1.id, to: $1.tree) }
    }

    private static let text = """
        service: kerangka
        title: Kerangka
        purpose: { hole: kegunaan }
        owner: { hole: penanggung_jawab }
        standard:
          requirements: { hole: persyaratan }
          procedure: { hole: prosedur }
          time: 3 hari kerja
          fee: 0
          product: { hole: produk }
          complaints: { hole: pengaduan }
          legal_basis: { hole: dasar_hukum }
          facilities: { hole: sarana }
          competence: { hole: kompetensi }
          supervision: { hole: pengawasan }
          staff: { hole: pelaksana }
          guarantee: { hole: jaminan }
          safety: { hole: keamanan }
          evaluation: { hole: evaluasi }
        ask:
          - page: isi
            title: Isi permohonan
            questions:
              keperluan:
                ask: Untuk keperluan apa?
                type: long text
        steps:
          periksa:
            title: Periksa permohonan
            stage: diperiksa
            by: petugas-pelayanan
            within: 2 hari kerja
            actions:
              selesai: { label: Setujui, to: selesai, notify: selesai }
              kembali:
                label: Minta lengkapi
                ask: citizen
                needs: public note
                times: 2
                waiting: 10 hari kerja
                then: kedaluwarsa
                notify: lengkapi
              tolak: { label: Tolak, to: ditolak, needs: reason, notify: ditolak }
        outcomes:
          selesai: { shows: selesai, survey: skm, notify: none }
          ditolak: { shows: ditolak, appeal: 21 hari kerja, notify: none }
          kedaluwarsa: { shows: dibatalkan, notify: kedaluwarsa }
        notices:
          selesai: "Permohonan {nomor} selesai. Lihat hasilnya lewat {tautan}."
          lengkapi: "Permohonan {nomor} perlu dilengkapi: {kurang}. Buka {tautan} sebelum {tenggat}."
          ditolak: "Permohonan {nomor} tidak bisa kami setujui. Alasan dan cara keberatan ada di {tautan}."
          kedaluwarsa: "Permohonan {nomor} kami tutup karena belum dilengkapi. Anda boleh mengajukan lagi."

        """
}

extension Tree {
    /// The same with something at a path of records, making those that are missing.
    fileprivate func with(_ node: Tree?, at path: [Blueprints.ID]) -> Tree {
        guard let first = path.first else { return node ?? self }
        guard path.count > 1 else { return setting(first, to: node) }
        guard node != nil || self[first] != nil else { return self }
        let inner = (self[first] ?? .record([:])).with(node, at: Array(path.dropFirst()))
        return setting(first, to: inner)
    }
}
