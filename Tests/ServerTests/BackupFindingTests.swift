import Server
import Stories
import Testing

/// Each place of backups has its own age: one that works does not hide one that is dead.
struct BackupFindingTests {
    private static let now = Instant(milliseconds: 1_795_395_600_000)

    private func state(_ seconds: Int64?, failure: String? = nil) -> TargetState {
        var state = TargetState(target: "/mnt/satu")
        state.made = seconds.map { Self.now.milliseconds - $0 * 1000 }
        state.failure = failure
        return state
    }

    @Test(
        arguments: [
            (nil, nil, Finding.Level.danger), (0, nil, .fine), (3599, nil, .fine),
            (3600, nil, .attention), (10, "Disk penuh.", .attention), (86_399, nil, .attention),
            (86_400, nil, .danger), (-30, nil, .fine),
        ] as [(Int64?, String?, Finding.Level)]
    )
    func `a place is as bad as its last good backup is old`(
        seconds: Int64?,
        failure: String?,
        level: Finding.Level
    ) {
        let state = state(seconds, failure: failure)
        #expect(state.level(at: Self.now) == level)
        let found = Finding.backups([state, self.state(0)], at: Self.now)
        #expect(found.map(\.level) == [level, .fine])
        if let failure { #expect(found[0].sentence.contains(failure)) }
    }

    @Test(
        arguments: [
            (0, false, .danger), (1, false, .danger), (2, false, nil), (0, true, .fine),
            (1, true, .fine),
        ] as [(Int, Bool, Finding.Level?)]
    )
    func `fewer than two places are a danger, unless there is nothing to lose`(
        count: Int,
        isSample: Bool,
        level: Finding.Level?
    ) {
        #expect(Finding.places(count, isSample: isSample)?.level == level)
    }

    @Test(
        arguments: [
            (nil, nil, Finding.Level.attention), (0, nil, .fine), (14, nil, .fine),
            (15, nil, .attention), (30, nil, .danger), (1, "Rusak.", .danger),
        ] as [(Int64?, String?, Finding.Level)]
    )
    func `a place that was not read to its end for long is looked at`(
        days: Int64?,
        failure: String?,
        level: Finding.Level
    ) {
        var state = state(0)
        state.read = days.map { Self.now.milliseconds - $0 * 86_400_000 }
        state.unread = failure
        let found = Finding.readings([state], at: Self.now)
        #expect(found.map(\.level) == [level])
        if let failure { #expect(found[0].sentence.contains(failure)) }
        // What nothing was brought to has nothing to read.
        #expect(Finding.readings([self.state(nil)], at: Self.now).isEmpty)
    }

    @Test func `a place is read once a week, and a failure tried again after six hours`() {
        var state = state(nil)
        #expect(!state.isReadingDue(at: Self.now))
        state = self.state(0)
        #expect(state.isReadingDue(at: Self.now))
        state.read = Self.now.milliseconds
        #expect(!state.isReadingDue(at: Self.now.adding(seconds: 7 * 86_400 - 1)))
        #expect(state.isReadingDue(at: Self.now.adding(seconds: 7 * 86_400)))
        state.unread = "Rusak."
        state.readTried = Self.now.milliseconds
        #expect(!state.isReadingDue(at: Self.now.adding(seconds: 6 * 3600 - 1)))
        #expect(state.isReadingDue(at: Self.now.adding(seconds: 6 * 3600)))
    }

    @Test(
        arguments: [
            ("/mnt/disk-satu/serasan", "serasan"),
            ("sftp://serasan@cadangan.contoh.example/simpan", "cadangan.contoh.example"),
        ]
    )
    func `a place has a short name without its path`(target: String, name: String) {
        #expect(TargetState(target: target).shortName == name)
    }
}
