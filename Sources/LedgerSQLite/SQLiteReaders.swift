import Dispatch
import Ledger
import Synchronization

/// Connections that only read, lent for the reads of one request.
final class SQLiteReaders: Sendable {
    private struct Lending {
        var idle: [SQLiteConnection] = []
        var made = 0
        var isClosed = false
        var waiting: [@Sendable (SQLiteConnection?) -> Void] = []
    }

    private let most: Int
    private let path: String
    private let lending = Mutex(Lending())
    private let queue = DispatchQueue(label: "record.readers", attributes: .concurrent)

    init(path: String, most: Int) {
        self.path = path
        self.most = most
    }

    func read<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            borrow { [self] lent in
                continuation.resume(with: Result { try use(lent, body) })
            }
        }
    }

    /// Reads at once, on the thread that asks, if a connection is idle.
    func glance<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        guard let idle = lending.withLock({ $0.idle.popLast() }) else { return try await read(body) }
        return try use(idle, body)
    }

    func close() {
        let idle = lending.withLock { lending in
            lending.isClosed = true
            defer { lending.idle = [] }
            return lending.idle
        }
        for connection in idle { connection.close() }
    }

    private static let begin = SQL(text: "BEGIN")
    private static let rollback = SQL(text: "ROLLBACK")
    private static let closed = StoreError(.closed, "the record is closed")

    private func use<T>(
        _ lent: SQLiteConnection?,
        _ body: (any Connection) throws -> T
    ) throws -> T {
        let connection = try lent ?? made()
        defer { giveBack(connection) }
        try connection.run(Self.begin)
        let result = Result { try body(connection) }
        if !connection.isOutsideTransaction { try connection.run(Self.rollback) }
        return try result.get()
    }

    /// Calls `use` on a thread that may block, with an idle connection or with the right to
    /// make one (nil).
    private func borrow(_ use: @Sendable @escaping (SQLiteConnection?) -> Void) {
        lending.withLock { lending in
            if let idle = lending.idle.popLast() {
                queue.async { use(idle) }
            } else if lending.made < most {
                lending.made += 1
                queue.async { use(nil) }
            } else {
                lending.waiting.append(use)
            }
        }
    }

    private func made() throws(StoreError) -> SQLiteConnection {
        do throws(StoreError) {
            if lending.withLock({ $0.isClosed }) { throw Self.closed }
            return try SQLiteConnection(path: path, readOnly: true)
        } catch {
            pass(nil)
            throw error
        }
    }

    private func giveBack(_ connection: SQLiteConnection) {
        if lending.withLock({ $0.isClosed }) {
            connection.close()
            pass(nil)
        } else {
            pass(connection)
        }
    }

    /// Hands a connection, or the right to make one, to who waits longest.
    private func pass(_ connection: SQLiteConnection?) {
        lending.withLock { lending in
            if lending.waiting.isEmpty {
                if let connection { lending.idle.append(connection) } else { lending.made -= 1 }
            } else {
                let next = lending.waiting.removeFirst()
                queue.async { next(connection) }
            }
        }
    }
}
