#if canImport(Glibc)
import Glibc
#else
import Musl
#endif

/// A file that must survive a crash whole: written beside, flushed, then put in its place.
enum KeyFile {
    static func read(_ path: String) throws(StoreError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure("open", path) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(file, &part, part.count)
            if count == 0 { return bytes }
            guard count > 0 else { throw failure("read", path) }
            bytes += part[..<count]
        }
    }

    /// Writes with mode 0600 and does not return before the disk has it.
    static func write(_ bytes: [UInt8], to path: String) throws(StoreError) {
        let beside = "\(path).new"
        let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure("create", beside) }
        do throws(StoreError) {
            defer { close(file) }
            var written = 0
            while written < bytes.count {
                let count = bytes[written...].withUnsafeBytes { rest in
                    Glibc.write(file, rest.baseAddress, rest.count)
                }
                guard count > 0 else { throw failure("write", beside) }
                written += count
            }
            guard fsync(file) == 0 else { throw failure("fsync", beside) }
        } catch {
            unlink(beside)
            throw error
        }
        guard rename(beside, path) == 0 else { throw failure("rename", path) }
        try flushFolder(of: path)
    }

    static func remove(_ path: String) throws(StoreError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw failure("unlink", path) }
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Names of the files in a folder, and when each was last written.
    static func list(_ folder: String) throws(StoreError) -> [(name: String, seconds: Int64)] {
        guard let directory = opendir(folder) else { throw failure("opendir", folder) }
        defer { closedir(directory) }
        var files: [(name: String, seconds: Int64)] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            var status = stat()
            guard stat("\(folder)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG
            else { continue }
            files.append((name, Int64(status.st_mtim.tv_sec)))
        }
        return files
    }

    static func makeFolder(_ path: String) throws(StoreError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure("mkdir", path) }
    }

    /// Whether nobody but the owner may read it.
    static func isPrivate(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & 0o077 == 0
    }

    private static func flushFolder(of path: String) throws(StoreError) {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw failure("open", folder) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw failure("fsync", folder) }
    }

    private static func failure(_ call: String, _ path: String) -> StoreError {
        let kind: StoreError.Kind =
            switch (call, errno) {
            case (_, ENOSPC), (_, EDQUOT): .diskFull
            // Nobody knows what the disk has kept; what is sent again gets a name of its own.
            case ("fsync", _): .unknown
            case _: .unusable
            }
        return StoreError(kind, "\(call) \(path): errno \(errno)")
    }
}
