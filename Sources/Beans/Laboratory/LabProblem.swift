/// What cannot be read in a laboratory's file: where, what happened, and what to do.
///
/// All of them are told at once; what can be read of the file is reckoned nevertheless.
package struct LabProblem: Hashable, Sendable {
    /// The name by which a program knows what kind of problem it is.
    package enum Code: String, Hashable, Sendable {
        case empty = "kosong"
        case tooLong = "terlalu-panjang"
        case unclosedQuotation = "tanda-kutip"
        case tooManyCells = "sel-berlebih"
        case unknownColumn = "kolom-tak-dikenal"
        case columnTwice = "kolom-ganda"
        case noDefects = "tanpa-kolom-cacat"
        case unknownDefect = "cacat-tak-dikenal"
        case defectTwice = "cacat-ganda"
        case weight = "berat"
        case number = "angka"
        case count = "jumlah"
        case share = "persen"
        case yesOrNo = "ada-tidak"
        case saidOtherwise = "berbeda"
        case noWeight = "tanpa-berat"
    }

    package let code: Code
    package let line: Int

    /// The heading of the column; nil where the whole row is meant.
    package let column: String?
    package let sentence: Saying

    /// `baris 4, kolom jumlah`.
    package var place: Saying {
        let (here, there) = column.map { (", kolom \($0)", ", column \($0)") } ?? ("", "")
        return Saying("baris \(line)\(here)", "line \(line)\(there)")
    }
}

/// What is wrong, before it is known where.
struct LabFault: Hashable, Sendable {
    let code: LabProblem.Code
    let sentence: Saying

    init(_ code: LabProblem.Code, _ indonesian: String, _ english: String) {
        (self.code, sentence) = (code, Saying(indonesian, english))
    }

    init(_ code: LabProblem.Code, _ sentence: Saying) {
        (self.code, self.sentence) = (code, sentence)
    }

    func at(_ line: Int, _ column: String? = nil) -> LabProblem {
        LabProblem(code: code, line: line, column: column, sentence: sentence)
    }
}
