import Blueprints
import Exchange
import Foundation
import Office

/// How long an upgrade takes: the rebase of 5,000 slots, and the plan of a blueprint of 200 files.
enum AdaptingBench {
    private static let slots = 5000
    private static let services = 49

    /// Two lines: slots and milliseconds, then files and milliseconds.
    ///
    /// `share` holds the blueprints.
    static func run(share: String) throws {
        rebase()
        try plan(share: share)
    }

    private static func rebase() {
        let base = form(fields: 4) { "Pertanyaan \($0)?" }
        // Every fifth is ours, every seventh theirs: most merge, some conflict.
        let ours = form(fields: 4) { $0 % 5 == 0 ? "Kita \($0)?" : "Pertanyaan \($0)?" }
        let next = form(fields: 4) { $0 % 7 == 0 ? "Asal \($0)?" : "Pertanyaan \($0)?" }
        let edits = diff(base, ours)
        let took = least { _ = Blueprints.rebase(edits, from: base, onto: next, []) }
        print("rebase slots \(slots) entries \(edits.count) milliseconds \(took)")
    }

    private static func form(fields: Int, ask: (Int) -> String) -> Tree {
        let questions = (0..<slots / (fields + 1)).map { number -> (ID, Tree) in
            let texts = (0..<fields).map { (ID("isi_\($0)"), Tree.text("\(number) \($0)")) }
            let all = texts + [("ask", .text(ask(number)))]
            return (ID("q\(number)"), .record(Dictionary(uniqueKeysWithValues: all)))
        }
        let service = Tree.record(["question": .collection(questions)])
        return .record(["service": .record(["usaha": service])])
    }

    private static func plan(share: String) throws {
        let (old, new) = (try files(share, "1.0.0", "0"), try files(share, "1.1.0", "5000"))
        let here = AdaptedFolder(
            old.with([
                SourceFile(
                    path: "overlay.yaml",
                    text: """
                        edits:
                          - at: service/layanan-1/title
                            was: Surat keterangan usaha
                            now: Surat dagang
                            reason: Kebiasaan.
                            by: Kabag
                            date: 2026-03-01

                        """
                )
            ]),
            named: "16.03/umkm"
        )
        var merged = false
        let took = least { merged = planUpgrade(of: here, to: new).result != nil }
        guard merged else { throw BenchFault("the upgrade came to nothing") }
        print("plan files \(new.files.count) milliseconds \(took)")
    }

    /// One service many times over, each with its letter, its rule-free form and two examples.
    private static func files(
        _ share: String,
        _ version: String,
        _ fee: String
    ) throws -> FolderArchive {
        let base = URL(filePath: share).appending(path: "blueprints/16.03/umkm")
        func text(_ path: String) throws -> String {
            try String(contentsOf: base.appending(path: path), encoding: .utf8)
        }
        var files = [
            "blueprint.yaml": try text("blueprint.yaml").replacing("1.0.0", with: version),
            "registers/usaha.yaml": try text("registers/usaha.yaml"),
        ]
        let service = try text("services/surat-keterangan-usaha.yaml")
            .replacing("fee: 0", with: "fee: \(fee)")
        let letter = try text("letters/keterangan.yaml")
        let examples = try ["warung", "kebun-luas"].map { try text("examples/\($0).yaml") }
        for number in 0..<services {
            let id = "layanan-\(number)"
            files["services/\(id).yaml"] =
                service
                .replacing("surat-keterangan-usaha", with: id)
                .replacing("letter: keterangan", with: "letter: surat-\(number)")
            files["letters/surat-\(number).yaml"] =
                letter
                .replacing("letter: keterangan", with: "letter: surat-\(number)")
            for (place, example) in examples.enumerated() {
                let name = "contoh-\(number)-\(place)"
                let lines = example.split(separator: "\n", omittingEmptySubsequences: false)
                files["examples/\(name).yaml"] = lines.map { line in
                    line.hasPrefix("example:") ? "example: \(name)" : String(line)
                }.joined(separator: "\n").replacing("surat-keterangan-usaha", with: id)
            }
        }
        let archive = FolderArchive(
            files.map { FolderArchive.File(path: $0, bytes: Array($1.utf8)) }
        )
        guard let archive else { throw BenchFault("the files do not fit an archive") }
        return archive
    }

    /// The least of five runs, in milliseconds.
    private static func least(_ work: () -> Void) -> Int {
        (0..<5).map { _ in
            let start = ContinuousClock.now
            work()
            return Int((ContinuousClock.now - start) / .milliseconds(1))
        }.min() ?? 0
    }
}
