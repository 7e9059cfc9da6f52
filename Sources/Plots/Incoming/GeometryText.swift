/// A point or boundary in one cell of a table, however the program that wrote it puts it.
///
/// Kobo and ODK write `latitude longitude height accuracy`, corners parted by semicolons; mapping
/// programs write WKT, longitude first, or GeoJSON. A bare pair of numbers may be either way round:
/// longitudes of Indonesia are beyond any latitude.
enum GeometryText {
    static func shape(_ text: String) -> GivenShape? { read(text)?.shape }

    /// The shape, and whether its longitudes stood first where latitudes are written first.
    static func read(_ text: String) -> (shape: GivenShape, isTurned: Bool)? {
        let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let first = plain.first, plain.utf8.count <= 4_000_000 else { return nil }
        if first == "{" { return geoJSON(plain).map { ($0, false) } }
        return first.isLetter ? WKTText(plain).map { ($0.shape, false) } : corners(plain)
    }

    private static func geoJSON(_ text: String) -> GivenShape? {
        let check = PlotFileCheck(Array(text.utf8))
        guard check.plots.count == 1, let boundary = check.plots.first?.boundary else { return nil }
        switch boundary {
        case .point(let place, let hectares): return .point(place, hectares: hectares)
        case .polygon, .multipolygon: return .areas(boundary.outlines)
        }
    }

    /// Corners as Kobo writes them: `lat lon alt acc; lat lon alt acc`.
    private static func corners(_ text: String) -> (shape: GivenShape, isTurned: Bool)? {
        let groups = text.split(separator: ";").filter { $0.contains { $0 != " " } }
        let isSingle = groups.count == 1
        var (places, hasHeights): ([Position], Bool) = ([], false)
        for group in groups {
            guard let place = place(group, isSingle: isSingle) else { return nil }
            places.append(place.position)
            hasHeights = hasHeights || place.hasHeight
        }
        // Some write longitude first all the same. A point with its height is of a form program:
        // whether it has the order of all others is seen in the whole table.
        let isTurned = FeatureCheck.isSwapped(places) && !(isSingle && hasHeights)
        let turned = isTurned ? places.map(\.swapped) : places
        guard let first = turned.first else { return nil }
        if turned.count == 1 { return (.point(first, hectares: nil), isTurned) }
        let isClosed = first == turned.last
        return (isClosed ? .areas([Outline(ring: turned)]) : .walk(turned), isTurned)
    }

    private static func place(
        _ group: Substring,
        isSingle: Bool
    ) -> (position: Position, hasHeight: Bool)? {
        // `-4.2, 103.5` and `-4,2 103,5`: a comma parts numbers only where nothing else does.
        let spaced = group.split(separator: " ").map(String.init)
        let parts =
            spaced.count >= 2 && !spaced.dropLast().contains { $0.hasSuffix(",") }
            ? spaced
            : group.split { $0 == "," || $0 == " " }.map(String.init)
        guard (2...4).contains(parts.count) else { return nil }
        let numbers = parts.compactMap { WrittenDegrees(text: $0) }
        guard numbers.count == parts.count else { return nil }
        let place = Position(longitude: numbers[1].rounded, latitude: numbers[0].rounded)
        guard isSingle, parts.count == 2 else { return (place, parts.count > 2) }
        // `1,25` is a size and no place: a bare pair is one only where Indonesia lies.
        let isPlace = PositionBox.indonesia.contains(place) || FeatureCheck.isSwapped([place])
        return isPlace ? (place, false) : nil
    }
}

/// Well-known text: `POLYGON ((103.5 -4.2, …))`.
private struct WKTText {
    let shape: GivenShape

    init?(_ text: String) {
        var rest = text.uppercased()[...]
        if rest.hasPrefix("SRID=") {
            guard rest.hasPrefix("SRID=4326;") else { return nil }
            rest = rest.dropFirst(10)
        }
        let kind = rest.prefix { $0.isLetter }
        rest = rest.dropFirst(kind.count).drop { $0 == " " || "ZM".contains($0) }
        guard let lists = Self.lists(rest) else { return nil }
        switch kind {
        case "POINT":
            guard lists.count == 1, let place = lists[0].places.first, lists[0].places.count == 1
            else { return nil }
            shape = .point(place, hectares: nil)
        case "LINESTRING":
            guard lists.count == 1 else { return nil }
            shape = .walk(lists[0].places)
        case "POLYGON", "MULTIPOLYGON":
            var outlines: [Outline] = []
            for list in lists {
                // The first ring of each polygon is the outer one.
                if list.isFirst {
                    outlines.append(Outline(ring: list.places))
                } else if let last = outlines.popLast() {
                    outlines.append(Outline(ring: last.ring, holes: last.holes + [list.places]))
                }
            }
            guard !outlines.isEmpty else { return nil }
            shape = .areas(outlines)
        case _: return nil
        }
    }

    /// The innermost lists of a text in brackets, and whether each is the first of its polygon.
    private static func lists(_ text: Substring) -> [(places: [Position], isFirst: Bool)]? {
        var (depth, isFirst): (Int, Bool) = (0, true)
        var (lists, current): ([(places: [Position], isFirst: Bool)], String) = ([], "")
        for sign in text {
            switch sign {
            case "(":
                depth += 1
                guard depth <= 3 else { return nil }
                current = ""
            case ")":
                guard depth > 0 else { return nil }
                depth -= 1
                if current.contains(where: \.isNumber) {
                    guard let places = places(current) else { return nil }
                    lists.append((places, isFirst))
                    isFirst = false
                } else {
                    isFirst = true
                }
                current = ""
            case _: current.append(sign)
            }
        }
        return depth == 0 && !lists.isEmpty ? lists : nil
    }

    private static func places(_ text: String) -> [Position]? {
        var places: [Position] = []
        for group in text.split(separator: ",") {
            let numbers = group.split(separator: " ").prefix(2).map { Array($0.utf8) }
            guard numbers.count == 2, let x = WrittenDegrees(numbers[0][...]),
                let y = WrittenDegrees(numbers[1][...])
            else { return nil }
            places.append(Position(longitude: x.rounded, latitude: y.rounded))
        }
        return places
    }
}
