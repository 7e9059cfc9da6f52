import Blueprints
import Foundation
import Notices

// What is wrong with `kabar.yaml`, beside what is wrong with every other file.

extension RegencyFolder {
    /// One finding for each problem, at the line of the setting where it can be found.
    func findingsOfNotices(knowing regency: RegencyFile?) -> [Diagnostic] {
        let (settings, problems) = NoticeSettings.read(folder: root)
        let lines = (text(NoticeSettings.fileName) ?? "").split(
            omittingEmptySubsequences: false,
            whereSeparator: \.isNewline
        )
        func finding(_ sentence: String, at key: String) -> Diagnostic {
            let line = lines.firstIndex { line in
                line.drop { $0 == " " }.hasPrefix(key + ":")
            }
            return Diagnostic(
                code: FormCode.notAChannel.rawValue,
                place: Place(file: NoticeSettings.fileName, line: (line ?? 0) + 1, column: 1),
                sentence: sentence
            )
        }
        var found = problems.map { problem in
            // Each sentence names its setting first: "surel.dari" harus …
            let named = problem.split(separator: "\"").first ?? ""
            return finding(problem, at: String(named.split(separator: ".").last ?? ""))
        }
        guard let regency else { return found }
        let known = Set(regency.posts.map(\.id.text))
        found += settings.posts.keys.sorted().filter { !known.contains($0) }.map { post in
            finding("Jabatan \"\(post)\" tidak ada di regency.yaml.", at: post)
        }
        return found
    }
}
