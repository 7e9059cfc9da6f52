import Foundation
import Glibc

/// Tells a move whether servers of a folder are at work: each of them holds a share of this lock.
///
/// It ends with the process, however that ends.
struct ServingLock {
    private let file: Int32

    /// Held by a server as long as it runs.
    static func shared(_ folder: RegencyFolder) throws -> ServingLock {
        try ServingLock(folder, LOCK_SH, refusal: "Catatan folder ini sedang dipindahkan.")
    }

    /// Held by a move, which nobody may write beside.
    static func alone(_ folder: RegencyFolder) throws -> ServingLock {
        try ServingLock(folder, LOCK_EX, refusal: "Hentikan server folder ini dulu.")
    }

    private init(_ folder: RegencyFolder, _ kind: Int32, refusal: String) throws {
        let path = folder.data.appending(path: "berjalan").path
        file = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw CommandFailure("\(path) tidak bisa dibuka: \(errno)") }
        guard flock(file, kind | LOCK_NB) == 0 else {
            close(file)
            throw CommandFailure(refusal)
        }
    }

    func release() { close(file) }
}
