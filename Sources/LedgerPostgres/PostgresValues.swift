import CLibPQ
import Ledger

/// The types that the record binds and reads, by PostgreSQL's numbers for them.
enum PostgresType {
    static let bool: Oid = 16
    static let bytea: Oid = 17
    static let name: Oid = 19
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let text: Oid = 25
    static let oid: Oid = 26
    static let varchar: Oid = 1043
    static let numeric: Oid = 1700

    /// Left to the server: a NULL has no type of its own.
    static let inferred: Oid = 0
}

extension SQLValue {
    /// The type that it is bound as.
    var postgresType: Oid {
        switch self {
        case .null, .seq: PostgresType.inferred
        case .int: PostgresType.int8
        case .text: PostgresType.text
        case .blob: PostgresType.bytea
        }
    }

    /// The bytes of the binary format; nil for NULL.
    var postgresBytes: [UInt8]? {
        switch self {
        case .null, .seq: nil
        case .int(let int): withUnsafeBytes(of: int.bigEndian) { Array($0) }
        case .text(let text): Array(text.utf8)
        case .blob(let bytes): bytes
        }
    }

    /// Reads a cell of an answer in the binary format.
    /// - Throws: `StoreError.engine` for a type that the record does not use.
    init(_ bytes: UnsafeRawBufferPointer, as type: Oid) throws(StoreError) {
        switch type {
        case PostgresType.int8: self = .int(Self.integer(bytes, as: Int64.self))
        case PostgresType.int4: self = .int(Int64(Self.integer(bytes, as: Int32.self)))
        case PostgresType.int2: self = .int(Int64(Self.integer(bytes, as: Int16.self)))
        case PostgresType.oid: self = .int(Int64(Self.integer(bytes, as: UInt32.self)))
        case PostgresType.bool: self = .int(bytes.first == 1 ? 1 : 0)
        case PostgresType.text, PostgresType.varchar, PostgresType.name:
            self = .text(String(decoding: bytes, as: UTF8.self))
        case PostgresType.bytea: self = .blob(Array(bytes))
        case PostgresType.numeric: self = .int(try Self.whole(bytes))
        case _: throw StoreError(.engine, "a column of type \(type), which the record has not")
        }
    }

    private static func integer<I: FixedWidthInteger>(
        _ bytes: UnsafeRawBufferPointer,
        as type: I.Type
    ) -> I {
        bytes.reduce(0) { $0 << 8 | I(truncatingIfNeeded: $1) }
    }

    /// A whole `numeric`, which a sum of `BIGINT` is: digits of base 10,000 behind a head that says
    /// how many they are, the weight of the first, and the sign.
    private static func whole(_ bytes: UnsafeRawBufferPointer) throws(StoreError) -> Int64 {
        let words = stride(from: 0, to: bytes.count - 1, by: 2).map {
            Int16(truncatingIfNeeded: Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]))
        }
        guard words.count >= 4, words.count == 4 + Int(words[0]), [0, 0x4000].contains(words[2])
        else { throw StoreError(.engine, "a number that is none") }
        var value: Int64 = 0
        for place in 0...max(0, Int(words[1])) where words[1] >= 0 {
            let digit = place < Int(words[0]) ? Int64(words[4 + place]) : 0
            let (times, over) = value.multipliedReportingOverflow(by: 10_000)
            let (sum, beyond) = times.addingReportingOverflow(digit)
            guard !over, !beyond else { throw StoreError(.engine, "a sum beyond 64 bits") }
            value = sum
        }
        guard Int(words[0]) <= Int(words[1]) + 1 else {
            throw StoreError(.engine, "a sum that is not whole")
        }
        return words[2] == 0 ? value : -value
    }
}
