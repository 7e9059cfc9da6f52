extension Migrations {
    static let proofsNumber = 2

    /// 0002: what proofs of history are read from, and a way to open effects by their kind.
    static let proofs: [SQL] = [
        """
        CREATE TABLE subtrees (
            height BIGINT NOT NULL,
            place BIGINT NOT NULL,
            hash BLOB NOT NULL,
            marks BLOB NOT NULL,
            PRIMARY KEY (height, place)
        ) /* keyed */
        """,
        """
        CREATE TABLE checkpoints (
            size BIGINT NOT NULL PRIMARY KEY,
            made BIGINT NOT NULL,
            note TEXT NOT NULL
        )
        """,
        "CREATE INDEX outbox_by_kind ON outbox (kind, seq) WHERE done IS NULL",
    ]
}
