/// Positions of a file in a row, as its numbers are rounded and as they are cut.
struct Vertices: Sendable {
    /// The byte at which the list begins.
    let place: Int

    /// To the nearest millionth of a degree.
    private(set) var rounded: [Position] = []

    /// Cut off behind the sixth decimal; nil as long as that makes no difference.
    private(set) var cut: [Position]?

    /// The most decimals that any of its numbers has.
    private(set) var decimals = 0

    init(at place: Int) { self.place = place }

    mutating func append(_ longitude: WrittenDegrees, _ latitude: WrittenDegrees) {
        let cutHere = Position(longitude: longitude.cut, latitude: latitude.cut)
        let here = Position(longitude: longitude.rounded, latitude: latitude.rounded)
        if cutHere != here, cut == nil { cut = rounded }
        rounded.append(here)
        cut?.append(cutHere)
        decimals = max(decimals, longitude.decimals, latitude.decimals)
    }
}

/// A geometry of a file, with the place of each of its parts.
indirect enum ReadGeometry: Sendable {
    case point(Vertices)
    case points(Vertices)
    case polygon([Vertices])
    case polygons([[Vertices]])
    case collection([ReadGeometry])

    /// Each row of positions in it.
    var rows: [Vertices] {
        switch self {
        case .point(let vertices), .points(let vertices): [vertices]
        case .polygon(let rings): rings
        case .polygons(let polygons): polygons.flatMap { $0 }
        case .collection(let members): members.flatMap(\.rows)
        }
    }

    /// The rings of each polygon in it, the outer one first.
    var polygons: [[Vertices]] {
        switch self {
        case .point, .points: []
        case .polygon(let rings): [rings]
        case .polygons(let polygons): polygons
        case .collection(let members): members.flatMap(\.polygons)
        }
    }

    var hasPoint: Bool {
        switch self {
        case .point, .points: true
        case .polygon, .polygons: false
        case .collection(let members): members.contains(where: \.hasPoint)
        }
    }
}

/// One feature of a file, with the places of what it is made of.
struct ReadFeature: Sendable {
    let name: FeatureName
    let place: Int
    let members: [JSONMember]
    let properties: [JSONMember]

    /// Nil where there is none that could be read: then the feature is left as it stands.
    let geometry: ReadGeometry?
}
