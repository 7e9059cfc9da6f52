extension Migrations {
    static let installationNumber = 4

    /// 0004: what nodes that share a database have to know of one another: which draft was kept
    /// since it was read, which dossiers were erased lately, and whose record it is.
    static let severalNodes: [SQL] = [
        "ALTER TABLE drafts ADD COLUMN turn BIGINT NOT NULL DEFAULT 0",
        "CREATE INDEX keyring_erased ON keyring (erased) WHERE erased IS NOT NULL",
        """
        CREATE TABLE installation (
            one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
            root_check BLOB NOT NULL
        )
        """,
    ]
}
