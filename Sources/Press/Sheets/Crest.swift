/// A coat of arms as a few filled outlines.
///
/// Vector only, so that it prints sharp at any size and no picture file is ever decoded here.
package struct Crest: Sendable, Equatable {
    package var width: Double
    package var height: Double
    package var shapes: [Shape]

    package init(width: Double, height: Double, shapes: [Shape]) {
        self.width = width
        self.height = height
        self.shapes = shapes
    }

    /// An outline in the path language of SVG (M L H V C Z, either case) and its colour.
    package struct Shape: Sendable, Equatable {
        package var path: String
        /// 0xRRGGBB.
        package var colour: UInt32

        package init(_ path: String, colour: UInt32 = 0) {
            self.path = path
            self.colour = colour
        }
    }

    enum Stroke: Equatable {
        case move(Double, Double)
        case line(Double, Double)
        case curve([Double])
        case close
    }
}

/// Reads the path of one shape.
struct CrestPath {
    private var rest: Substring.UTF8View
    private var point = (x: 0.0, y: 0.0)
    private var start = (x: 0.0, y: 0.0)
    private(set) var strokes: [Crest.Stroke] = []

    init(_ path: String) throws(PressError) {
        rest = Substring(path).utf8
        var command = UInt8(ascii: "M")
        while let next = peek() {
            if next >= 0x41 {
                command = next
                rest.removeFirst()
            } else if strokes.isEmpty || command | 0x20 == UInt8(ascii: "z") {
                throw .crest
            }
            try read(command)
            // Pairs that follow a move are lines.
            if command | 0x20 == UInt8(ascii: "m") { command &-= 1 }
        }
    }

    private mutating func read(_ command: UInt8) throws(PressError) {
        let relative = command & 0x20 != 0
        let origin = relative ? point : (0, 0)
        switch command & 0xDF {
        case UInt8(ascii: "M"):
            point = (origin.0 + (try number()), origin.1 + (try number()))
            start = point
            strokes.append(.move(point.x, point.y))
        case UInt8(ascii: "L"):
            point = (origin.0 + (try number()), origin.1 + (try number()))
            strokes.append(.line(point.x, point.y))
        case UInt8(ascii: "H"):
            point.x = origin.0 + (try number())
            strokes.append(.line(point.x, point.y))
        case UInt8(ascii: "V"):
            point.y = origin.1 + (try number())
            strokes.append(.line(point.x, point.y))
        case UInt8(ascii: "C"):
            var at: [Double] = []
            for _ in 0..<3 {
                at.append(origin.0 + (try number()))
                at.append(origin.1 + (try number()))
            }
            point = (at[4], at[5])
            strokes.append(.curve(at))
        case UInt8(ascii: "Z"):
            point = start
            strokes.append(.close)
        default: throw .crest
        }
    }

    private mutating func peek() -> UInt8? {
        while let next = rest.first, next <= 0x20 || next == UInt8(ascii: ",") {
            rest.removeFirst()
        }
        return rest.first
    }

    private mutating func number() throws(PressError) -> Double {
        guard let first = peek() else { throw .crest }
        var digits = [first]
        rest.removeFirst()
        while let next = rest.first, (0x30...0x39).contains(next) || next == UInt8(ascii: ".") {
            digits.append(next)
            rest.removeFirst()
        }
        guard let value = Double(String(decoding: digits, as: UTF8.self)), abs(value) < 100_000
        else { throw .crest }
        return value
    }
}
