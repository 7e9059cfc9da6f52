import Foundation

extension ShippedFiles {
    /// Copies what a file or folder holds, and neither its owner nor its times.
    ///
    /// `FileManager` wants to keep both, which only root may do with files of a package.
    static func copy(_ source: URL, to target: URL) throws {
        let files = FileManager.default
        var isFolder: ObjCBool = false
        guard files.fileExists(atPath: source.path, isDirectory: &isFolder), isFolder.boolValue
        else { return try Data(contentsOf: source).write(to: target) }
        try files.createDirectory(at: target, withIntermediateDirectories: true)
        for name in try files.contentsOfDirectory(atPath: source.path) {
            try copy(source.appending(path: name), to: target.appending(path: name))
        }
    }
}
