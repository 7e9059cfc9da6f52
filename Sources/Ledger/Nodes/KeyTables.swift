import Stories

/// The tables by which nodes tell each other about key-encryption keys; only where there may be
/// several.
enum KeyTables {
    static let all = [
        """
        CREATE TABLE IF NOT EXISTS wrappings (id BLOB NOT NULL PRIMARY KEY, \
        number BIGINT NOT NULL UNIQUE, phase TEXT NOT NULL, made BIGINT NOT NULL, owed BIGINT, \
        retired BIGINT, worker BLOB, leased_until BIGINT)
        """,
        """
        CREATE TABLE IF NOT EXISTS key_nodes (id BLOB NOT NULL PRIMARY KEY, \
        seen BIGINT NOT NULL, asks BLOB NOT NULL, mark BLOB NOT NULL)
        """,
        """
        CREATE TABLE IF NOT EXISTS key_copies (wrapping BLOB NOT NULL, node BLOB NOT NULL, \
        has BIGINT NOT NULL, gone BIGINT, PRIMARY KEY (wrapping, node))
        """,
        """
        CREATE TABLE IF NOT EXISTS key_letters (wrapping BLOB NOT NULL, node BLOB NOT NULL, \
        asks BLOB NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (wrapping, node))
        """,
    ]

    /// Their names: another database has keys and nodes of its own.
    static let names: Set<String> = ["wrappings", "key_nodes", "key_copies", "key_letters"]
}
