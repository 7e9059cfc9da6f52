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

    @Test func `one place alone is a danger, however new its backup is`() {
        let found = Finding.backups([state(0)], at: Self.now)
        #expect(found.map(\.level) == [.fine, .danger])
        #expect(found[1].sentence.contains("yang kedua"))
    }
}
