import Foundation

/// The blueprints and tables that come with the program.
///
/// They lie beside the program: in the checkout it was built in, in `../share/serasan` of an
/// installed one, or wherever `SERASAN_SHARE` says.
struct ShippedFiles {
    let blueprints: URL
    let tables: URL

    static func locate() throws -> ShippedFiles {
        var candidates: [URL] = []
        if let named = ProcessInfo.processInfo.environment["SERASAN_SHARE"] {
            candidates.append(URL(filePath: named))
        }
        var here = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        while here.pathComponents.count > 1 {
            here.deleteLastPathComponent()
            candidates += [here, here.appending(path: "share/serasan")]
        }
        for base in candidates {
            let shipped = ShippedFiles(
                blueprints: base.appending(path: "blueprints"),
                tables: base.appending(path: "share")
            )
            let isHere = [shipped.blueprints, shipped.tables.appending(path: "wilayah.csv")]
                .allSatisfy { FileManager.default.fileExists(atPath: $0.path) }
            if isHere { return shipped }
        }
        throw CommandFailure(
            "Cetak biru bawaan tidak ditemukan. Tunjukkan foldernya dengan SERASAN_SHARE."
        )
    }
}
