import Blueprints
import Exchange
import Foundation
import Ledger
import Office
import Portfolio
import Services

/// The folder of one installation, as it lies on disk.
struct RegencyFolder {
    let root: URL

    init(_ path: String) throws {
        root = URL(filePath: path, directoryHint: .isDirectory)
        guard !FileManager.default.fileExists(atPath: Self.markOfRestore(in: root).path) else {
            throw CommandFailure(
                "Pemulihan ke \(path) belum selesai, jadi folder ini belum bisa dipakai. "
                    + "Jalankan serasan restore sekali lagi."
            )
        }
        guard FileManager.default.fileExists(atPath: regencyFile.path) else {
            throw CommandFailure(
                "Tidak ada regency.yaml di \(path). Buat dulu: serasan init \(path) --name \"Kabupaten …\" --code 16.03"
            )
        }
    }

    /// A file that lies in a folder as long as it is not wholly restored.
    static func markOfRestore(in root: URL) -> URL {
        root.appending(path: "pemulihan.belum-selesai")
    }

    var regencyFile: URL { root.appending(path: "regency.yaml") }
    var data: URL { root.appending(path: "data", directoryHint: .isDirectory) }

    /// Where the sealed files of dossiers lie.
    var placeOfFiles: FilePlace {
        get throws { try DatabaseOfFolder(data: data).placeOfFiles(self) }
    }

    /// The blueprints of the folder, by their names `16.03/umkm`, sorted.
    func blueprints() throws -> [String] {
        let base = root.appending(path: "blueprints")
        var names: [String] = []
        for publisher in try Self.folders(in: base) {
            for name in try Self.folders(in: base.appending(path: publisher)) {
                names.append("\(publisher)/\(name)")
            }
        }
        return names.sorted()
    }

    /// The files of a blueprint, as they are published.
    func archive(of blueprint: String) throws -> FolderArchive {
        let base = root.appending(path: "blueprints/\(blueprint)")
        return try Self.archive(in: base)
    }

    /// `regency.yaml` and the tables that it needs, as they are published.
    func regencyArchive() throws -> FolderArchive {
        let regency = try regency().value
        let named = [regency?.calendar.file, regency?.theme.crest?.text, regency?.map]
            .compactMap(\.self)
        let names = ["regency.yaml", "wilayah.csv"] + named
        return try Self.archive(
            names.filter {
                FileManager.default.fileExists(atPath: root.appending(path: $0).path)
            },
            in: root
        )
    }

    /// What `regency.yaml` says, and what is wrong with it.
    func regency() throws -> (value: RegencyFile?, diagnostics: [Diagnostic]) {
        let bytes = try Self.bytes(of: regencyFile)
        let read = readRegency(SourceFile(path: "regency.yaml", bytes: bytes))
        return (read.0, read.1)
    }

    /// Everything wrong with the folder, all at once, and the blueprints that compiled.
    func check(isPublishing: Bool = false) throws -> CheckedFolder {
        let (regency, findings) = try regency()
        var checked = CheckedFolder(regency: regency, diagnostics: findings)
        if let theme = regency?.theme {
            let drawing = try theme.crest.flatMap { try start(of: $0.text) }
            checked.diagnostics += RegencyLook(theme, drawing: drawing).findings
        }
        if let regency {
            checked.diagnostics += regency.findings(
                text: text("regency.yaml") ?? "",
                holidays: regency.calendar.file.flatMap { text($0) }
            )
        }
        if let regency, let file = regency.map {
            let drawing = try start(of: file, upTo: DistrictShapes.most + 1)
            checked.diagnostics += regency.findings(ofMap: file, drawing, text: text)
        }
        try check(blueprints(), into: &checked, isPublishing: isPublishing)
        return checked
    }

    /// Each blueprint is compiled beside those that it may require, so these come first.
    private func check(
        _ names: [String],
        into checked: inout CheckedFolder,
        isPublishing: Bool
    ) throws {
        var folders: [AdaptedFolder] = []
        for name in names {
            let base = root.appending(path: "blueprints/\(name)")
            let files = try Self.files(in: base).filter { $0.hasSuffix(".yaml") }.map { path in
                FolderArchive.File(
                    path: path,
                    bytes: try Self.bytes(of: base.appending(path: path))
                )
            }
            guard let archive = FolderArchive(files) else { throw Self.tooLong(name) }
            folders.append(AdaptedFolder(archive, named: name))
        }
        var found: [String: [Diagnostic]] = [:]
        for folder in AdaptedFolder.inOrderOfNeed(folders) {
            let (blueprint, diagnostics) = EditionReading.compile(
                folder.read,
                for: isPublishing ? .publishing : .drafting,
                beside: checked.blueprints,
                needs: NeedsOfFeatures.all
            )
            found[folder.name] = diagnostics + [folder.directEdit].compactMap(\.self)
            if let blueprint { checked.blueprints.append(blueprint) }
        }
        checked.diagnostics += names.flatMap { found[$0] ?? [] }
        checked.blueprints.sort { $0.name.description < $1.name.description }
    }

    private static func tooLong(_ name: String) -> CommandFailure {
        CommandFailure("Ada nama berkas yang terlalu panjang di \(name).")
    }

    /// The files of a blueprint's folder that may lie anywhere.
    static func archive(in base: URL) throws -> FolderArchive {
        try archive(files(in: base).filter { $0.hasSuffix(".yaml") }, in: base)
    }

    /// The bytes of a file that may be a crest, and enough of any other to see that it is too large.
    private func start(of path: String, upTo most: Int = 1_000_000) throws -> [UInt8]? {
        let file = root.appending(path: path)
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
            !isFolder.boolValue
        else { return nil }
        let handle = try FileHandle(forReadingFrom: file)
        defer { handle.closeFile() }
        return try [UInt8](handle.read(upToCount: most) ?? Data())
    }

    /// The text of a file that a diagnostic names.
    func text(_ path: String) -> String? {
        do {
            let bytes = try Self.bytes(of: root.appending(path: path))
            return bytes.count > FileLimits.bytesOfFile
                ? nil : String(decoding: bytes, as: UTF8.self)
        } catch {
            // A file that is not there has no text to show.
            return nil
        }
    }

    /// A file's bytes, and of one that is too large enough to see that it is.
    private static func bytes(of file: URL) throws -> [UInt8] {
        let handle = try FileHandle(forReadingFrom: file)
        defer { handle.closeFile() }
        return try [UInt8](handle.read(upToCount: FileLimits.bytesOfFile + 1) ?? Data())
    }

    private static func archive(_ paths: [String], in base: URL) throws -> FolderArchive {
        let files = try paths.map { path in
            FolderArchive.File(
                path: path,
                bytes: [UInt8](try Data(contentsOf: base.appending(path: path)))
            )
        }
        guard let archive = FolderArchive(files) else {
            throw tooLong(base.lastPathComponent)
        }
        return archive
    }

    private static func folders(in base: URL) throws -> [String] {
        guard FileManager.default.fileExists(atPath: base.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: base.path)
            .filter { name in
                var isFolder: ObjCBool = false
                let path = base.appending(path: name).path
                return !name.hasPrefix(".")
                    && FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
                    && isFolder.boolValue
            }
            .sorted()
    }

    private static func files(in base: URL) throws -> [String] {
        guard let names = FileManager.default.enumerator(atPath: base.path) else { return [] }
        return names.compactMap { $0 as? String }
            .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
            .filter { name in
                var isFolder: ObjCBool = false
                let path = base.appending(path: name).path
                return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
                    && !isFolder.boolValue
            }
            .sorted()
    }
}

/// What checking a folder came to.
struct CheckedFolder {
    var regency: RegencyFile?
    var diagnostics: [Diagnostic]
    var blueprints: [Blueprint] = []

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
