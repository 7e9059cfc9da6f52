import Blueprints
import Foundation

/// The shipped blueprint for small businesses, as it lies in the repository.
enum Sample {
    static func files(_ name: String = "umkm") throws -> [SourceFile] {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "blueprints/16.03/\(name)")
        guard let found = FileManager.default.enumerator(atPath: root.path) else { return [] }
        return try found.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }.sorted()
            .map { path in
                let bytes = [UInt8](try Data(contentsOf: root.appending(path: path)))
                return SourceFile(path: path, bytes: bytes)
            }
    }

    static func blueprint(_ name: String = "umkm") throws -> BlueprintFiles {
        BlueprintFiles(try files(name))
    }

    /// The same as it lies at a regency that replicated it.
    static func replica(_ overlay: String? = nil) throws -> BlueprintFiles {
        let digest = String(repeating: "0", count: 64)
        var files = try files()
        files.append(
            SourceFile(path: "lock.yaml", text: "version: 1.0.0\ndigest: \"\(digest)\"\n")
        )
        if let overlay { files.append(SourceFile(path: "overlay.yaml", text: overlay)) }
        return BlueprintFiles(files)
    }

    static let why = Why(reason: "Diminta warga.", author: "Kepala Dinas", date: "2026-11-26")
    static let service: Slot = "service/surat-keterangan-usaha"

    /// The files with the changed ones in their place.
    static func after(_ blueprint: BlueprintFiles, _ edits: [Edit]) -> BlueprintFiles {
        let changed = blueprint.changed(by: edits).files
        let paths = Set(changed.map(\.path))
        return BlueprintFiles(
            blueprint.files.filter { !paths.contains($0.path) }
                + changed.filter { !$0.bytes.isEmpty }
        )
    }
}
