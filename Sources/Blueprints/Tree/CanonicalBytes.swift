extension Tree {
    /// The one byte form of this tree: equal trees give equal bytes, different trees different ones.
    ///
    /// Every part says its kind and length first, so nothing needs escaping. A record is written in
    /// the order of its ids, a collection in its own order.
    package var canonicalBytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .text(let text):
            Self.write("t", text, to: &bytes)
        case .atom(let parts):
            bytes += Array("a\(parts.count):".utf8)
            for part in parts { part.write(to: &bytes) }
        case .keyed(_, let order):
            let children = children
            bytes += Array("\(order.isEmpty ? "r" : "c")\(children.count):".utf8)
            for (id, child) in children {
                Self.write("k", id.text, to: &bytes)
                child.write(to: &bytes)
            }
        }
    }

    private static func write(_ kind: String, _ text: String, to bytes: inout [UInt8]) {
        bytes += Array("\(kind)\(text.utf8.count):".utf8)
        bytes += Array(text.utf8)
    }
}
