import Cases
import Site

/// What one screen of a form sent, with those of its files that lie sealed already: a screen that
/// is taken in again does not write them once more.
struct PostedScreen {
    let posted: Posted
    private var caseID: CaseID?
    private var written: [String: SentFile] = [:]

    init(_ posted: Posted) { self.posted = posted }

    /// The file of a question, if it was written for this case: for another it would not open.
    func written(_ question: String, for id: CaseID) -> SentFile? {
        caseID == id ? written[question] : nil
    }

    mutating func note(_ file: SentFile, of question: String, for id: CaseID) {
        if caseID != id { (caseID, written) = (id, [:]) }
        written[question] = file
    }
}

/// A question that asks for a file, or the scan of a paper.
struct AskedFile {
    let name: String
    let takesPDF: Bool
}

extension ServicesFeature {
    /// Keeps the file that a screen sent for a question, if it sent one.
    func take(
        _ asked: AskedFile,
        of sent: inout PostedScreen,
        into draft: inout Draft
    ) async throws {
        guard let posted = sent.posted.file(asked.name), !posted.bytes.isEmpty else { return }
        guard draft.allFiles.count < 40 else { throw WebRefusal.tooLarge }
        let file: SentFile
        if let before = sent.written(asked.name, for: draft.caseID) {
            file = before
        } else {
            let (bytes, kind) = try await uploads.inspected(
                posted.bytes,
                takesPDF: asked.takesPDF
            )
            file = try await drafts.write(bytes, kind, of: draft, at: now())
            sent.note(file, of: asked.name, for: draft.caseID)
        }
        draft.files[asked.name] = [file]
        try await drafts.keep(&draft, at: now())
    }
}
