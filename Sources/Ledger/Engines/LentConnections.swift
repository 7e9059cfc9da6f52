import Dispatch
import Synchronization

/// A connection that only reads.
package protocol ReaderConnection: Connection, Sendable {
    /// Begins to see one state of the record.
    func beginReading() throws(StoreError)

    /// Ends that.
    func endReading() throws(StoreError)

    /// The names of the tables that are there.
    func tables() throws(StoreError) -> Set<String>

    /// Reads rows of which nobody could hold all, some at a time.
    func each(
        _ sql: SQL,
        by count: Int,
        _ body: ([RecordRow]) throws(StoreError) -> Void
    ) throws(StoreError)

    /// Whether it can be lent again.
    var isUsable: Bool { get }

    /// Whether what was read last failed only for what this connection remembered of tables that
    /// were made again since.
    var isOutdated: Bool { get }

    func close()
}

extension ReaderConnection {
    package var isOutdated: Bool { false }
}

/// Connections that only read, lent for the reads of one request.
package final class LentConnections: Sendable {
    private struct Lending {
        var idle: [any ReaderConnection] = []
        var made = 0
        var isClosed = false
        var waiting: [@Sendable ((any ReaderConnection)?) -> Void] = []
    }

    /// A read asks no more than so many statements of tables that were made again.
    private static let mostOutdated = 20

    private let most: Int
    private let open: @Sendable () throws(StoreError) -> any ReaderConnection
    private let lending = Mutex(Lending())
    private let queue = DispatchQueue(label: "record.readers", attributes: .concurrent)

    package init(
        most: Int,
        open: @escaping @Sendable () throws(StoreError) -> any ReaderConnection
    ) {
        (self.most, self.open) = (most, open)
    }

    package func read<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            borrow { [self] lent in
                continuation.resume(with: Result { try use(lent, body) })
            }
        }
    }

    /// Reads at once, on the thread that asks, if a connection is idle.
    package func glance<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        if let idle = lending.withLock({ $0.idle.popLast() }) { return try use(idle, body) }
        return try await read(body)
    }

    package func close() {
        let idle = lending.withLock { lending in
            lending.isClosed = true
            defer { lending.idle = [] }
            return lending.idle
        }
        for connection in idle { connection.close() }
    }

    private static let closed = StoreError(.closed, "the record is closed")

    private func use<T>(
        _ lent: (any ReaderConnection)?,
        _ body: (any Connection) throws -> T
    ) throws -> T {
        if let lent {
            var result = Result { try reading(on: lent, body) }
            // It forgets what was refused, one statement each time.
            for _ in 0..<Self.mostOutdated where lent.isOutdated && lent.isUsable {
                result = Result { try reading(on: lent, body) }
            }
            if lent.isUsable {
                giveBack(lent)
                return try result.get()
            }
            // It was lost, most often while it lay idle: a read may be done again.
            lent.close()
        }
        let connection = try made()
        defer { giveBack(connection) }
        return try reading(on: connection, body)
    }

    private func reading<T>(
        on connection: any ReaderConnection,
        _ body: (any Connection) throws -> T
    ) throws -> T {
        try connection.beginReading()
        let result = Result { try body(connection) }
        try connection.endReading()
        return try result.get()
    }

    /// Calls `use` on a thread that may block, with an idle connection or with the right to
    /// make one (nil).
    private func borrow(_ use: @Sendable @escaping ((any ReaderConnection)?) -> Void) {
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

    private func made() throws(StoreError) -> any ReaderConnection {
        do throws(StoreError) {
            if lending.withLock({ $0.isClosed }) { throw Self.closed }
            return try open()
        } catch {
            pass(nil)
            throw error
        }
    }

    private func giveBack(_ connection: any ReaderConnection) {
        if !connection.isUsable || lending.withLock({ $0.isClosed }) {
            connection.close()
            pass(nil)
        } else {
            pass(connection)
        }
    }

    /// Hands a connection, or the right to make one, to who waits longest.
    private func pass(_ connection: (any ReaderConnection)?) {
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
