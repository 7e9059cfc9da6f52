/// One member of an object, where it stands.
struct JSONMember: Sendable {
    let name: String

    /// The bytes at which its name and its value begin, and the one behind its value.
    let place: Int
    let value: Int
    let end: Int
}

extension JSONText {
    /// So many members are more than any object of a map has.
    static let mostMembers = 10_000

    /// The members of the object that begins there, in their order; none where it is no object.
    func members(of place: Int) -> [JSONMember] {
        guard kind(at: place) == .object else { return [] }
        var scan = JSONScan(bytes)
        var members: [JSONMember] = []
        scan.at = place + 1
        while members.count < Self.mostMembers {
            scan.skipSpace()
            guard scan.next == UInt8(ascii: "\"") else { break }
            let start = scan.at
            let name = scan.text()
            scan.skipSpace()
            scan.at += 1
            scan.skipSpace()
            let value = scan.at
            do { try scan.skipValue() } catch { break }
            members.append(JSONMember(name: name, place: start, value: value, end: scan.at))
            scan.skipSpace()
            guard scan.next == UInt8(ascii: ",") else { break }
            scan.at += 1
        }
        return members
    }

    /// Goes over the items of the list that begins there, until the work says that it is enough.
    ///
    /// The work gets the byte at which an item begins, and says behind which byte it ends, if it
    /// knows: what was read once need not be gone over again.
    func forEachItem(of place: Int, _ work: (Int) -> Step) {
        guard kind(at: place) == .list else { return }
        var scan = JSONScan(bytes)
        scan.at = place + 1
        while true {
            scan.skipSpace()
            guard let byte = scan.next, byte != UInt8(ascii: "]") else { return }
            switch work(scan.at) {
            case .enough: return
            case .over(let end): scan.at = end
            case .on: do { try scan.skipValue() } catch { return }
            }
            scan.skipSpace()
            guard scan.next == UInt8(ascii: ",") else { return }
            scan.at += 1
        }
    }

    /// What follows an item.
    enum Step {
        case on
        case over(Int)
        case enough
    }
}
