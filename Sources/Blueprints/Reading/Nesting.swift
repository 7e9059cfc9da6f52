/// Which mappings and lists are open at a place of a file, and the keys of each.
struct Nesting {
    private var blocks: [Block] = []
    private var flows: [Flow] = []

    private struct Block {
        let column: Int
        let isList: Bool
        var keys: [String: Place] = [:]
    }

    private struct Flow {
        let closing: UInt8
        let place: Place
        var keys: [String: Place] = [:]
    }

    var flowDepth: Int { flows.count }

    /// Where the innermost bracket that is still open stands.
    var lastOpened: Place? { flows.last?.place }
    var depth: Int { blocks.count + flows.count }

    mutating func open(_ bracket: UInt8, at place: Place) {
        let isList = bracket == UInt8(ascii: "[")
        let closing = isList ? UInt8(ascii: "]") : UInt8(ascii: "}")
        flows.append(Flow(closing: closing, place: place))
    }

    /// Whether the bracket closes what was opened last.
    mutating func close(_ bracket: UInt8) -> Bool {
        guard flows.last?.closing == bracket else { return false }
        flows.removeLast()
        return true
    }

    /// A `-` begins an item of a list.
    mutating func item(at column: Int) {
        while let last = blocks.last, last.column > column { blocks.removeLast() }
        if let last = blocks.last, last.column == column, last.isList { return }
        blocks.append(Block(column: column, isList: true))
    }

    /// Takes in a key; where it stood before in the same mapping.
    mutating func key(_ key: String, column: Int, place: Place) -> Place? {
        if let index = flows.indices.last {
            guard flows[index].closing == UInt8(ascii: "}") else { return nil }
            if let first = flows[index].keys[key] { return first }
            flows[index].keys[key] = place
            return nil
        }
        while let last = blocks.last, last.column > column || (last.column == column && last.isList)
        {
            blocks.removeLast()
        }
        if blocks.last?.column != column { blocks.append(Block(column: column, isList: false)) }
        let index = blocks.count - 1
        if let first = blocks[index].keys[key] { return first }
        blocks[index].keys[key] = place
        return nil
    }
}
