/// What single lines of a service say against each other.
enum ServiceOddities {
    static func check(_ draft: Draft) -> [Diagnostic] {
        draft.services.flatMap { service in
            [
                elsewhere(service, draft), waiting(service, draft), privacy(service, draft),
                choice(service, draft), village(service, draft), components(service, draft),
            ].flatMap(\.self)
        }
    }

    private static func elsewhere(_ service: ServiceDraft, _ draft: Draft) -> [Diagnostic] {
        guard service.runsElsewhere else { return [] }
        var found: [Diagnostic] = []
        for (key, name) in [("page", "formulir (ask)"), ("step", "langkah (steps)")] {
            guard let part = service.node[ID(key)], let first = part.children.first else {
                continue
            }
            found.append(
                draft.diagnostic(
                    .elsewhereWithForm,
                    at: first.slot,
                    "Layanan yang berjalan di sistem lain tidak punya \(name) di sini.",
                    fix: "Hapus bagian ini, atau hapus \"runs: elsewhere\".",
                    notes: [
                        draft.note(at: service.node.slot.child("runs"), "\"elsewhere\" ada di sini")
                    ]
                )
            )
        }
        if service.node["address"] == nil {
            found.append(
                draft.diagnostic(
                    .elsewhereWithoutAddress,
                    at: service.node.slot.child("runs"),
                    "Layanan ini berjalan di sistem lain, tetapi alamatnya belum ditulis.",
                    fix: "Tulis \"address:\" dengan alamat web layanan itu."
                )
            )
        }
        return found
    }

    /// While a service waits for a connection, its page needs somewhere to point to.
    private static func waiting(_ service: ServiceDraft, _ draft: Draft) -> [Diagnostic] {
        guard service.node["connection"] != nil, !service.runsElsewhere,
            service.node["address"] == nil
        else { return [] }
        return [
            draft.diagnostic(
                .elsewhereWithoutAddress,
                at: service.node.slot.child("connection"),
                "Layanan ini menunggu sambungan, tetapi alamat sementaranya belum ditulis.",
                fix: "Tulis \"address:\" dengan alamat web sistem itu."
            )
        ]
    }

    private static func privacy(_ service: ServiceDraft, _ draft: Draft) -> [Diagnostic] {
        let key: ID = service.allowsAnonymous ? "anonymous" : "secret"
        guard service.allowsAnonymous || service.allowsSecret,
            let action = service.actions.first(where: { $0["letter"] != nil || $0["record"] != nil }
            )
        else { return [] }
        let what = action["letter"] != nil ? "menerbitkan surat" : "menulis ke register"
        let sentence =
            service.allowsAnonymous
            ? "Pemohon boleh tanpa nama, tetapi tindakan \"\(action.id)\" \(what)."
            : "Permohonan boleh dirahasiakan, tetapi tindakan \"\(action.id)\" \(what)."
        return [
            draft.diagnostic(
                .secretAndAnonymous,
                at: service.node.slot.child(key),
                sentence,
                notes: [draft.note(at: action.slot, "tindakannya ada di sini")]
            )
        ]
    }

    /// The choice stands on the page that we ask; a file that asks by itself does not have it.
    private static func choice(_ service: ServiceDraft, _ draft: Draft) -> [Diagnostic] {
        guard service.allowsAnonymous || service.allowsSecret,
            let page = service.pages.first(where: { $0.id == Applicant.page })
        else { return [] }
        let key: ID = service.allowsAnonymous ? "anonymous" : "secret"
        return [
            draft.diagnostic(
                .choiceNotOffered,
                at: service.node.slot.child(key),
                "Halaman \"\(page.id)\" ditulis sendiri, jadi pilihan ini tidak ditawarkan.",
                fix: "Hapus halaman \"\(page.id)\", atau hapus \"\(key): allowed\".",
                notes: [draft.note(at: page.slot, "halamannya ada di sini")]
            )
        ]
    }

    /// `at` says which of many villages: only an answer that is a village can.
    private static func village(_ service: ServiceDraft, _ draft: Draft) -> [Diagnostic] {
        ([service.node] + service.steps.map(\.node)).compactMap { node in
            guard let at = node["at"], let id = at.tree.text,
                let question = service.question(ID(id)), let kind = question.type.kind,
                kind != "village"
            else { return nil }
            let other = service.questions.first { $0.type.kind == "village" }
            return draft.diagnostic(
                .atIsNoVillage,
                at: at.slot,
                "\"at\" harus pertanyaan berjenis village, sedangkan \"\(id)\" berjenis \(kind).",
                fix: FeelWording.meant(other?.id.text),
                notes: [draft.note(at: question.node.slot, "pertanyaannya ada di sini")]
            )
        }
    }

    /// The regulation wants all fourteen; a component that says nothing is missing.
    private static func components(_ service: ServiceDraft, _ draft: Draft) -> [Diagnostic] {
        guard let standard = service.node["standard"] else { return [] }
        return Standard.Component.allCases.compactMap { component in
            let slot = standard.slot.child(ID(component.rawValue))
            // What the file itself leaves out was told when it was read.
            guard standard[ID(component.rawValue)]?.isBlank ?? true,
                draft.original[at: slot]?.isBlank == false
            else { return nil }
            return draft.diagnostic(
                .componentMissing,
                at: slot,
                "Komponen standar \"\(component.officialTerm)\" (\(component.rawValue)) masih kosong.",
                fix: "Standar pelayanan memerlukan keempat belas komponen."
            )
        }
    }
}

extension Node {
    /// Whether nothing is written in it; a hole is something.
    var isBlank: Bool { tree.isBlank }
}

extension Tree {
    var isBlank: Bool {
        switch self {
        case .text(let text): text.trimmed.isEmpty
        case .atom(let parts): parts.allSatisfy(\.isBlank)
        case .keyed(let children, _): children.isEmpty
        }
    }
}
