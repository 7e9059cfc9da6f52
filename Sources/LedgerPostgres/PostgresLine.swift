import CLibPQ
import Glibc
import Ledger

/// The socket to a server, in libpq's pipeline mode: statements go out together, and their answers
/// come back together.
final class PostgresLine {
    private let handle: OpaquePointer
    private let notices = Notices()
    private let patience: Double?
    private var isClosed = false

    /// A server that has gone is noticed after some ten seconds without an answer.
    init(_ address: String, patience: Double?) throws(StoreError) {
        self.patience = patience
        let settings: [(String, String)] = [
            ("dbname", address), ("connect_timeout", "5"), ("client_encoding", "UTF8"),
            ("fallback_application_name", "serasan"), ("keepalives", "1"), ("keepalives_idle", "3"),
            ("keepalives_interval", "3"), ("keepalives_count", "2"), ("tcp_user_timeout", "10000"),
        ]
        guard let made = Self.connect(settings) else {
            throw StoreError(.unusable, "libpq has no memory for a connection")
        }
        handle = made
        guard PQstatus(made) == CONNECTION_OK, PQsetnonblocking(made, 1) == 0,
            PQenterPipelineMode(made) == 1
        else {
            let said = String(cString: PQerrorMessage(made))
            close()
            throw StoreError(.closed, "PostgreSQL does not answer: \(said)")
        }
        PQsetNoticeReceiver(
            made,
            { notices, result in
                guard let notices else { return }
                Unmanaged<Notices>.fromOpaque(notices).takeUnretainedValue().hear(result)
            },
            Unmanaged.passUnretained(notices).toOpaque()
        )
    }

    deinit { close() }

    var isInTransaction: Bool {
        guard isUsable else { return false }
        let status = PQtransactionStatus(handle)
        return status != PQTRANS_IDLE && status != PQTRANS_UNKNOWN
    }

    var isUsable: Bool { !isClosed && PQstatus(handle) == CONNECTION_OK }

    /// Whether the socket has something unasked for: an end, or a word before it.
    var hasSomethingToSay: Bool {
        var asked = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        return poll(&asked, 1, 0) != 0
    }

    /// What the server warned of since it was last asked.
    func takeWarnings() -> [String] { notices.take() }

    func close() {
        guard !isClosed else { return }
        isClosed = true
        PQfinish(handle)
    }

    func send(_ values: [[UInt8]?], to statement: String, doing text: String) throws(StoreError) {
        try whileOpen()
        let sent = Self.withPointers(values) { pointers in
            PQsendQueryPrepared(
                handle,
                statement,
                Int32(values.count),
                pointers,
                values.map { Int32($0?.count ?? 0) },
                values.map { _ in 1 },
                1
            )
        }
        guard sent == 1 else { throw lost("not sent: \(text)") }
    }

    func prepare(_ name: String, _ text: String, _ types: [Oid]) throws(StoreError) {
        try whileOpen()
        guard PQsendPrepare(handle, name, text, Int32(types.count), types) == 1 else {
            throw lost("not sent: \(text)")
        }
    }

    /// Lets the server forget every prepared statement.
    func sendForgettingAll() throws(StoreError) {
        try whileOpen()
        guard PQsendQueryParams(handle, "DEALLOCATE ALL", 0, nil, nil, nil, nil, 1) == 1 else {
            throw lost("not sent: DEALLOCATE ALL")
        }
    }

    /// Gives the server what was sent, without waiting for its answers.
    func flushToServer() throws(StoreError) {
        try flushed(until: patience.map { PostgresClock.now + $0 })
    }

    /// One answer to each statement that was sent, in their order.
    ///
    /// After one that was refused the others are not done, and their answers say so.
    func answers(to asked: [String]) throws(StoreError) -> [PostgresAnswer] {
        try whileOpen()
        let last = asked.last ?? ""
        let until = patience.map { PostgresClock.now + $0 }
        guard PQpipelineSync(handle) == 1 else { throw lost(last) }
        try flushed(until: until)
        var answers: [PostgresAnswer] = []
        while true {
            guard let result = try next(doing: last, until: until) else { continue }
            if PQresultStatus(result) == PGRES_PIPELINE_SYNC {
                PQclear(result)
                break
            }
            answers.append(PostgresAnswer(result))
        }
        guard answers.count == asked.count else {
            throw lost("\(answers.count) answers to \(asked.count) statements, the last: \(last)")
        }
        return answers
    }

    /// The next result; nil between those of two statements.
    private func next(
        doing text: String,
        until: Double?
    ) throws(StoreError) -> OpaquePointer? {
        while PQisBusy(handle) == 1 {
            try waited(for: Int16(POLLIN), until)
            guard PQconsumeInput(handle) == 1 else { throw lost(text) }
        }
        let result = PQgetResult(handle)
        if result == nil, PQstatus(handle) != CONNECTION_OK { throw lost(text) }
        return result
    }

    private func flushed(until: Double?) throws(StoreError) {
        while true {
            switch PQflush(handle) {
            case 0: return
            case 1:
                // The server may be waiting for its own answers to be taken.
                try waited(for: Int16(POLLIN | POLLOUT), until)
                guard PQconsumeInput(handle) == 1 else { throw lost("sending") }
            case _: throw lost("sending")
            }
        }
    }

    private func waited(for events: Int16, _ until: Double?) throws(StoreError) {
        while true {
            var asked = pollfd(fd: PQsocket(handle), events: events, revents: 0)
            let left = until.map { max(0, ($0 - PostgresClock.now) * 1000) }
            let found = poll(&asked, 1, left.map { Int32(min($0.rounded(.up), 1e9)) } ?? -1)
            if found > 0 { return }
            if found < 0 && errno == EINTR { continue }
            throw lost("no answer within \(patience ?? 0) seconds")
        }
    }

    private func whileOpen() throws(StoreError) {
        if isClosed { throw StoreError(.closed, "the connection is closed") }
    }

    /// The connection is over, and with it whatever was not committed.
    private func lost(_ doing: String) -> StoreError {
        let said = isClosed ? "" : String(cString: PQerrorMessage(handle))
        close()
        return StoreError(.closed, "PostgreSQL is gone: \(said); \(doing)")
    }

    private static func connect(_ settings: [(String, String)]) -> OpaquePointer? {
        let words = settings.map { (strdup($0.0), strdup($0.1)) }
        defer {
            for (key, value) in words {
                free(key)
                free(value)
            }
        }
        let keys = words.map { UnsafePointer($0.0) } + [nil]
        let values = words.map { UnsafePointer($0.1) } + [nil]
        return PQconnectdbParams(keys, values, 1)
    }

    /// Lends the bytes of values as libpq takes them: an array of pointers, null for NULL.
    private static func withPointers<R>(
        _ values: [[UInt8]?],
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> R
    ) -> R {
        let room = values.reduce(0) { $0 + ($1?.count ?? 0) + 1 }
        return withUnsafeTemporaryAllocation(byteCount: max(1, room), alignment: 1) { buffer in
            var pointers: [UnsafePointer<CChar>?] = []
            var place = 0
            for value in values {
                guard let value, let base = buffer.baseAddress else {
                    pointers.append(nil)
                    continue
                }
                let start = base + place
                value.withUnsafeBytes { bytes in
                    if let from = bytes.baseAddress {
                        start.copyMemory(from: from, byteCount: bytes.count)
                    }
                }
                let stays = start.bindMemory(to: CChar.self, capacity: value.count + 1)
                pointers.append(UnsafePointer(stays))
                place += value.count + 1
            }
            return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }
}

/// Seconds of the clock that nobody can set.
enum PostgresClock {
    static var now: Double {
        var moment = timespec()
        clock_gettime(CLOCK_MONOTONIC, &moment)
        return Double(moment.tv_sec) + Double(moment.tv_nsec) / 1e9
    }
}

/// What the server says beside its answers; kept where it warns.
private final class Notices {
    private var warnings: [String] = []

    func hear(_ result: OpaquePointer?) {
        guard let severity = PQresultErrorField(result, Int32(UInt8(ascii: "V"))),
            String(cString: severity) == "WARNING"
        else { return }
        warnings.append(String(cString: PQresultErrorMessage(result)))
    }

    func take() -> [String] {
        defer { warnings = [] }
        return warnings
    }
}
