import Backups
import Testing

@Suite struct RetentionTests {
    private func name(_ day: Int, _ minute: Int, _ level: BackupLevel) throws -> BackupName {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        // Thirty days a month are enough here.
        let (year, month) = (2026 + day / 360, day / 30 % 12 + 1)
        let moment =
            "\(year)\(two(month))\(two(day % 30 + 1))T\(two(minute / 60))\(two(minute % 60))00Z"
        return try #require(BackupName("\(moment)-\(level.rawValue)-abcdef01.cadangan"))
    }

    @Test func `96 quarters, 30 days and 12 months stay, with what they build on`() throws {
        var all: Set<BackupName> = []
        for day in 0..<500 {
            if day % 30 == 0 { all.insert(try name(day, 0, .month)) }
            all.insert(try name(day, 1, .day))
            for quarter in 0..<95 { all.insert(try name(day, 15 + quarter * 15, .quarter)) }
        }
        let kept = Retention.kept(of: all)
        func count(_ level: BackupLevel) -> Int { kept.count { $0.level == level } }
        #expect(count(.quarter) == 96)
        #expect(count(.day) == 30)
        #expect(count(.month) == 12)
        #expect(kept.isSuperset(of: [try name(499, 1, .day), try name(480, 0, .month)]))
        // The quarters reach back into the day before.
        #expect(kept.contains(try name(498, 1, .day)))
    }

    @Test func `a month stays as long as a day builds on it`() throws {
        // Days only, long after the last month.
        var all: Set<BackupName> = [try name(0, 0, .month)]
        for month in 1...20 { all.insert(try name(month * 30, 5, .month)) }
        all.insert(try name(1, 0, .day))
        let kept = Retention.kept(of: all)
        #expect(kept.contains(try name(0, 0, .month)))
        #expect(kept.count { $0.level == .month } == 13)
    }
}
