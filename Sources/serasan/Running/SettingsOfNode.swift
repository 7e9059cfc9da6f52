import Coffee
import Crypto
import Foundation
import Ledger
import Notices
import Server
import Stories

/// What a node's files of settings come to, in digests that are compared with those of others.
///
/// They are read at the start, so a file that was changed since counts from the next start on.
enum SettingsOfNode {
    /// What this node says about itself.
    static func about(_ folder: RegencyFolder, _ settings: Settings) throws -> NodeNote.About {
        NodeNote.About(
            host: TroublesOfNode.hostName,
            program: ProgramVersion.current,
            settings: try digests(folder, settings)
        )
    }

    private static func digests(_ folder: RegencyFolder, _ settings: Settings) throws -> [String:
        String]
    {
        // Addresses and disks are a machine's own.
        var digests = ["serasan.conf": digest(Data(settings.alike.utf8))]
        let files = [
            (NoticeSettings.fileName, folder.root.appending(path: NoticeSettings.fileName)),
            (CoffeeRules.fileName, folder.root.appending(path: CoffeeRules.fileName)),
            ("regency.yaml", folder.regencyFile),
        ]
        for (name, file) in files where FileManager.default.fileExists(atPath: file.path) {
            digests[name] = digest(try Data(contentsOf: file))
        }
        return digests
    }

    private static func digest(_ data: Data) -> String {
        hexadecimal(Array(SHA256.hash(data: data).prefix(8)))
    }
}
