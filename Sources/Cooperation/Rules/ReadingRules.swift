import Foundation
import Site
import Stories
import Yams

extension CooperationRules {
    /// The file beside `regency.yaml`, and among the shipped tables.
    package static let fileName = "kerja-sama.yaml"

    /// Why a file of rules is none, in one sentence for whoever wrote it.
    package struct Unreadable: Error, Hashable, Sendable {
        package let sentence: String
    }

    /// Reads the text of a file.
    package init(_ bytes: [UInt8]) throws(Unreadable) {
        guard bytes.count <= 200_000 else { throw Self.wrong("terlalu besar") }
        let file: File
        do {
            file = try YAMLDecoder().decode(File.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw Self.wrong(Self.place(of: error))
        } catch {
            throw Self.wrong("bukan YAML yang benar. Periksa spasi dan titik dua")
        }
        source = file.sumber
        seen = try Self.day(file.dilihat, "dilihat")
        since = try Self.day(file.sejak, "sejak")
        remindBeforeEnd = file.ingatkan.berakhir.sorted(by: >)
        remindOfDuties = file.ingatkan.kewajiban
        guard (1...12).contains(file.laporan.bulan), 12 % file.laporan.bulan == 0
        else { throw Self.wrong("laporan.bulan harus 1, 2, 3, 4, 6, atau 12") }
        report = Reporting(
            months: file.laporan.bulan,
            to: file.laporan.kepada,
            basis: Basis(text: file.laporan.dasar, isToBeChecked: file.laporan.periksa == "ya")
        )
        council = Council(
            burdens: Words(file.dprd.membebani.tanya, file.dprd.membebani.en),
            unfunded: Words(file.dprd.anggaran.tanya, file.dprd.anggaran.en),
            basis: file.dprd.dasar
        )
        documents = []
        stages = []
        self.bytes = bytes
        for document in file.naskah { documents.append(try Self.document(document)) }
        for stage in file.tahapan { stages.append(try self.stage(stage)) }
        try check()
    }

    /// What would leave an agreement of some kind stuck for ever.
    private func check() throws(Unreadable) {
        guard Set(stages.map(\.id)).count == stages.count,
            Set(documents.map(\.id)).count == documents.count
        else { throw Self.wrong("ada id tahapan atau naskah yang kembar") }
        for kind in AgreementKind.allCases
        where !stages(of: kind).contains(where: { $0.effect == .inForce }) {
            throw Self.wrong("jenis \(kind.rawValue) tidak punya tahapan dengan akibat: berlaku")
        }
    }

    private static func document(_ file: File.Naskah) throws(Unreadable) -> Document {
        guard let form = Document.Form(rawValue: file.bentuk) else {
            throw wrong("naskah \(file.id): bentuk harus surat, naskah, rencana, atau laporan")
        }
        var clauses: [Clause] = []
        for clause in file.isi {
            let words = Words(clause.nama, clause.en)
            clauses.append(
                Clause(
                    id: try code(clause.id),
                    name: words,
                    text: clause.isi ?? "",
                    isOpening: clause.pembuka == "ya"
                )
            )
        }
        return Document(
            id: try code(file.id),
            name: Words(file.nama, file.en),
            form: form,
            clauses: clauses,
            basis: Basis(text: file.dasar, isToBeChecked: file.periksa == "ya")
        )
    }

    private func stage(_ file: File.Tahap) throws(Unreadable) -> Stage {
        let effect = file.akibat.map { StageEffect(rawValue: $0) } ?? StageEffect.none
        guard let effect else { throw Self.wrong("tahapan \(file.id): akibat tidak dikenal") }
        let id = try file.naskah.map { (name: String) throws(Unreadable) in try Self.code(name) }
        if let id, document(id) == nil {
            throw Self.wrong("tahapan \(file.id): naskah \(id) tidak ada")
        }
        var kinds: Set<AgreementKind>?
        if let only = file.hanya {
            kinds = []
            for name in only {
                guard let kind = AgreementKind(rawValue: name) else {
                    throw Self.wrong("tahapan \(file.id): jenis \(name) tidak dikenal")
                }
                kinds?.insert(kind)
            }
        }
        return Stage(
            id: try Self.code(file.id),
            name: Words(file.nama, file.en),
            yields: file.hasil,
            by: file.oleh,
            document: id,
            effect: effect,
            isForCouncil: file.bila == "dprd",
            kinds: kinds,
            basis: Basis(text: file.dasar, isToBeChecked: file.periksa == "ya")
        )
    }

    private static func code(_ text: String) throws(Unreadable) -> Code {
        guard let code = Code(text) else { throw wrong("id \"\(text)\" bukan satu kata") }
        return code
    }

    private static func day(_ text: String, _ name: String) throws(Unreadable) -> Day {
        guard let day = Day(text) else { throw wrong("\(name) harus tanggal seperti 2026-11-23") }
        return day
    }

    private static func wrong(_ what: String) -> Unreadable {
        Unreadable(sentence: "\(fileName): \(what).")
    }

    private static func place(of error: DecodingError) -> String {
        func path(_ context: DecodingError.Context) -> String {
            context.codingPath.map(\.stringValue).joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context):
            return "\"\(key.stringValue)\" tidak ada di \"\(path(context))\""
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .dataCorrupted(let context):
            return "isian \"\(path(context))\" tidak bisa dibaca"
        @unknown default: return "tidak bisa dibaca"
        }
    }
}

/// The file as it is written; its keys are the file's.
private struct File: Decodable {
    let sumber, dilihat, sejak: String
    let ingatkan: Ingatkan
    let laporan: Laporan
    let dprd: DPRD
    let tahapan: [Tahap]
    let naskah: [Naskah]

    struct Ingatkan: Decodable {
        let berakhir: [Int]
        let kewajiban: Int
    }

    struct Laporan: Decodable {
        let bulan: Int
        let kepada, dasar: String
        let periksa: String?
    }

    struct DPRD: Decodable {
        let membebani, anggaran: Pertanyaan
        let dasar: String

        struct Pertanyaan: Decodable { let tanya, en: String }
    }

    struct Tahap: Decodable {
        let id, nama, en, hasil, oleh, dasar: String
        let naskah, akibat, bila, periksa: String?
        let hanya: [String]?
    }

    struct Naskah: Decodable {
        let id, nama, en, bentuk, dasar: String
        let periksa: String?
        let isi: [Isi]
    }

    struct Isi: Decodable {
        let id, nama, en: String
        let isi, pembuka: String?
    }
}
