package import Stories

extension RecordStore {
    /// What a command with this key led to, whatever its content was; nil if none came from this
    /// holder.
    ///
    /// For the one who lost the answer and sends again after the draft has ended: the key alone
    /// may stand in the history of a browser that others use.
    package func earlier(_ command: CommandKey, at now: Instant) async throws(StoreError)
        -> Recorded?
    {
        let mark = vault.mark(command, at: now)
        let asked: SQL = """
            SELECT first, count, stream FROM commands \
            WHERE key = \(mark.key) AND holder = \(mark.holder) \
            AND (expires IS NULL OR expires > \(now))
            """
        guard let row = try await surely(asked) else { return nil }
        return Recorded(
            first: try row.int("first"),
            count: try row.get("count"),
            stream: try row.find("stream")
        )
    }

    /// A row that will not be lost by a fail-over: what a commit without its standby left behind can
    /// be read, so it is read in a group whose own commit waits for the standby.
    private func surely(_ asked: SQL) async throws(StoreError) -> RecordRow? {
        if engine.hasNodes { return try await operate([asked]).first?.first }
        return try await reading { reader throws(StoreError) in try reader.row(asked) }
    }
}
