import Foundation
import Press
import Testing

@Suite(.serialized) struct EnduranceTests {
    /// Memory in use by this process, in kilobytes.
    private func resident() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
        return try #require(line.split(separator: " ").dropLast().last.flatMap { Int($0) })
    }

    /// The memory of the whole process is measured, so nothing else may run beside it.
    @Test(
        .enabled(
            if: ProcessInfo.processInfo.environment["SERASAN_ENDURANCE"] == "1",
            "runs alone, by `make endurance`"
        )
    )
    func `two thousand letters leave no memory behind`() throws {
        func print(_ count: Int) throws {
            for number in 0..<count {
                var letter = Samples.invitation
                letter.number = "500/\(number)/KEL-PT/2026"
                try #expect(LetterPress.pdf(of: letter).count > 10_000)
                // The ways out by a failure must give back what they took, too.
                letter.facts.createdAt = ""
                #expect(throws: PressError.moment) { try LetterPress.pdf(of: letter) }
            }
        }
        try print(200)
        let before = try resident()
        try print(2000)
        // A leaked layout is some 2 kB and a letter has forty: leaks would be a hundred times this.
        try #expect(resident() < before + 30_000)
    }

    @Test func `letters printed side by side are the letters printed alone`() async throws {
        let sheets = (0..<8).map { number in
            var sheet = number % 2 == 0 ? Samples.certificate : Samples.long(rows: 20 + number)
            sheet.number = "\(number)"
            return sheet
        }
        let alone = try sheets.map { try LetterPress.pdf(of: $0) }
        try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
            for turn in 0..<200 {
                let index = turn % sheets.count
                group.addTask { (index, try LetterPress.pdf(of: sheets[index])) }
            }
            for try await (index, pdf) in group { #expect(pdf == alone[index]) }
        }
    }

    @Test func `letters may be printed on threads that come and go`() async throws {
        let alone = try LetterPress.pdf(of: Samples.certificate)
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<24 {
                group.addTask {
                    try await withCheckedThrowingContinuation { done in
                        Thread {
                            done.resume(
                                with: Result { try LetterPress.pdf(of: Samples.certificate) }
                            )
                        }.start()
                    }
                }
            }
            for try await pdf in group { #expect(pdf == alone) }
        }
    }
}
