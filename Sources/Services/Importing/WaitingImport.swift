import Blueprints
import Registers
import Stories

/// A file on its way into a register: its bytes, and what its columns mean so far.
struct WaitingImport: Sendable {
    let register: Code
    var mapping: ImportMapping
    let bytes: [UInt8]

    init(_ bytes: [UInt8], into register: Code, by mapping: ImportMapping) {
        (self.bytes, self.register, self.mapping) = (bytes, register, mapping)
    }

    /// As it is kept, sealed: one line that says how long the mapping is, the mapping, the file.
    var kept: [UInt8] {
        let said = mapping.file.bytes
        return Array("\(register) \(mapping.id) \(said.count)\n".utf8) + said + bytes
    }

    /// Reads what `kept` wrote; nil for anything else.
    init?(kept: [UInt8]) {
        guard let end = kept.firstIndex(of: 0x0A) else { return nil }
        let words = String(decoding: kept[..<end], as: UTF8.self).split(separator: " ")
        guard words.count == 3, let register = Code(String(words[0])),
            let count = Int(words[2]), count >= 0, end + 1 + count <= kept.count,
            let mapping = ImportMapping(
                file: Array(kept[(end + 1)..<(end + 1 + count)]),
                named: Blueprints.ID(String(words[1]))
            )
        else { return nil }
        self.init(Array(kept[(end + 1 + count)...]), into: register, by: mapping)
    }
}
