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
        return try await reading { reader throws(StoreError) in
            let row = try reader.row(
                """
                SELECT first, count, stream FROM commands \
                WHERE key = \(mark.key) AND holder = \(mark.holder) \
                AND (expires IS NULL OR expires > \(now))
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
