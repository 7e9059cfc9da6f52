import Keeping
import Synchronization

/// What came of compiling the folder, for as long as its files stay as they are.
///
/// Asked by the bytes and not by the times of the files: a file that was written twice within one
/// tick of the disk's clock is another file all the same.
final class KeptDrafts: Sendable {
    /// One part of the folder and what its files add up to.
    struct Key: Hashable {
        let name: String
        let digest: String
    }

    private let held = Mutex<(key: [Key], parts: [DraftedPart])>(([], []))

    func parts(for key: [Key]) -> [DraftedPart]? {
        held.withLock { held in held.key == key ? held.parts : nil }
    }

    func keep(_ parts: [DraftedPart], for key: [Key]) {
        held.withLock { $0 = (key, parts) }
    }
}
