import Ledger
import LedgerSQLite
import Stories

/// What goes wrong with one group of commands.
enum GroupFault: Hashable, Sendable {
    /// The program dies before the group, in the middle of it, or after the commit and before
    /// anybody is answered.
    case diesBefore, diesInside(atStatement: Int), diesAfter

    /// The commit reports a failure; whether the disk has it is another matter.
    case commitFails(applied: Bool)

    /// The disk is full at a statement; SQLite ends the whole transaction, or only the statement.
    case diskFull(atStatement: Int, endsTransaction: Bool)

    /// The engine refuses one statement.
    case refused(atStatement: Int)

    static func draw(_ numbers: inout SeededNumbers) -> GroupFault? {
        guard numbers.happens(0.12) else { return nil }
        let statement = numbers.whole(1...40)
        switch numbers.whole(0...6) {
        case 0: return .diesBefore
        case 1: return .diesInside(atStatement: statement)
        case 2: return .diesAfter
        case 3: return .commitFails(applied: numbers.happens(0.5))
        case 4: return .diskFull(atStatement: statement, endsTransaction: true)
        case 5: return .diskFull(atStatement: statement, endsTransaction: false)
        default: return .refused(atStatement: statement)
        }
    }
}

/// The writer's connection, in which the wanted fault happens; used by one thread.
final class FaultyConnection: WriterConnection {
    private let inner: SQLiteConnection
    private let faults: Faults

    /// The fault of the group at work, and whether the program died of it.
    final class Faults: @unchecked Sendable {
        var fault: GroupFault?
        var written = 0
        var hasDied = false

        /// Whether a commit that did not happen says so.
        var isHonest = true
    }

    init(_ inner: SQLiteConnection, _ faults: Faults) {
        (self.inner, self.faults) = (inner, faults)
    }

    var isOutsideTransaction: Bool { inner.isOutsideTransaction }

    var isUsable: Bool { inner.isUsable }

    func rows(_ sql: SQL) throws(StoreError) -> [RecordRow] {
        try meet(sql)
        return try inner.rows(sql)
    }

    @discardableResult
    func run(_ sql: SQL) throws(StoreError) -> Int {
        try meet(sql)
        if isOutsideTransaction, sql.text == "COMMIT" { return 0 }
        return try inner.run(sql)
    }

    func close() { inner.close() }

    private func meet(_ sql: SQL) throws(StoreError) {
        if faults.hasDied { throw StoreError(.closed, "the program is dead") }
        if sql.text == "COMMIT", case .commitFails(let applied) = faults.fault {
            try inner.run(applied ? sql : "ROLLBACK")
            if !faults.isHonest { return }
            throw StoreError(.engine, "an injected failure of the commit")
        }
        guard ["INSERT", "UPDATE", "DELETE"].contains(String(sql.text.prefix(6))) else { return }
        faults.written += 1
        switch faults.fault {
        case .diesInside(faults.written):
            faults.hasDied = true
            try inner.run("ROLLBACK")
            throw StoreError(.closed, "the program died")
        case .diskFull(faults.written, let endsTransaction):
            if endsTransaction { try inner.run("ROLLBACK") }
            throw StoreError(.diskFull, "an injected full disk")
        case .refused(faults.written):
            throw StoreError(.engine, "an injected refusal")
        case .diesBefore, .diesInside, .diesAfter, .commitFails, .diskFull, .refused, nil: return
        }
    }
}
