package import Stories

extension RecordStore {
    /// What a command with this key led to, whatever its content was; nil if none came.
    ///
    /// For the one who lost the answer and sends again after the draft has ended.
    package func earlier(_ command: CommandKey, at now: Instant) async throws(StoreError)
        -> Recorded?
    {
        let mark = vault.mark(command, at: now)
        return try await reading { reader throws(StoreError) in
            let row = try reader.row(
                """
                SELECT first, count, stream FROM commands \
                WHERE key = \(mark.key) AND (expires IS NULL OR expires > \(now))
                """
            )
            guard let row else { return nil }
            return Recorded(
                first: try row.int("first"),
                count: try row.get("count"),
                stream: try row.find("stream")
            )
        }
    }
}
