/// A piece of a page as wide as the text and never cut: a line, a row, a signature.
///
/// Everything printed is a list of strips, so one small function breaks any sheet into pages.
struct Strip {
    /// Room above; dropped where the strip opens a page.
    var gap = 0.0
    var height: Double
    /// Whether the next strip has to stand on the same page.
    var keepsNext = false
    /// Whether it begins a page of its own: the first strip of a form among many.
    var opensPage = false
    /// The table head that stands again above this strip where it opens a page.
    var head: Int?
    var draw: (Pen, Place) throws(PressError) -> Void

    /// Where a strip came to stand.
    struct Place {
        var y: Double
        var opensPage: Bool
        var closesPage: Bool
    }
}

/// What is drawn, top to bottom, with the heads that tables repeat.
struct StripList {
    var strips: [Strip] = []
    var heads: [Strip] = []

    mutating func append(_ more: [Strip]) { strips += more }

    /// Makes the last strip stay with what follows, so that a signature never stands alone.
    mutating func keepEndWithNext() {
        if let last = strips.indices.last { strips[last].keepsNext = true }
    }
}

/// The upright room that pages give to strips.
struct PageRoom {
    var firstTop: Double
    var top: Double
    var bottom: Double
}

/// A page: which strip stands where.
struct PlacedPage {
    struct Item {
        var strip: Strip
        var y: Double
    }

    var items: [Item] = []
    var end: Double
}

extension StripList {
    /// Breaks into pages, keeping together what wants to be together as far as a page can hold it.
    func pages(in room: PageRoom, limit: Int) throws(PressError) -> [PlacedPage] {
        var pages = [PlacedPage(end: room.firstTop)]
        var next = 0
        while next < strips.count {
            if strips[next].opensPage, !pages[pages.count - 1].items.isEmpty {
                pages.append(PlacedPage(end: room.top))
            }
            var last = next
            while strips[last].keepsNext, last + 1 < strips.count { last += 1 }
            let group = next...last
            let fitsHere = height(of: group, opening: pages[pages.count - 1].items.isEmpty)
            let fitsFresh = height(of: group, opening: true)
            if pages[pages.count - 1].end + fitsHere > room.bottom,
                room.top + fitsFresh <= room.bottom,
                !pages[pages.count - 1].items.isEmpty
            {
                pages.append(PlacedPage(end: room.top))
            }
            for index in group { try place(strips[index], on: &pages, in: room) }
            if pages.count > limit { throw .tooManyPages(limit: limit) }
            next = last + 1
        }
        return pages
    }

    private func height(of group: ClosedRange<Int>, opening: Bool) -> Double {
        var height = 0.0
        for index in group {
            let opens = opening && index == group.lowerBound
            height += strips[index].height + (opens ? 0 : strips[index].gap)
            if opens, let head = strips[index].head { height += heads[head].height }
        }
        return height
    }

    private func place(
        _ strip: Strip,
        on pages: inout [PlacedPage],
        in room: PageRoom
    ) throws(PressError) {
        var page = pages.removeLast()
        if !page.items.isEmpty, page.end + strip.gap + strip.height > room.bottom {
            pages.append(page)
            page = PlacedPage(end: room.top)
        }
        if page.items.isEmpty {
            if let head = strip.head {
                page.items.append(.init(strip: heads[head], y: page.end))
                page.end += heads[head].height
            }
        } else {
            page.end += strip.gap
        }
        guard page.end + strip.height <= room.bottom else { throw .doesNotFit }
        page.items.append(.init(strip: strip, y: page.end))
        page.end += strip.height
        pages.append(page)
    }
}

extension PlacedPage {
    func draw(with pen: Pen) throws(PressError) {
        for (index, item) in items.enumerated() {
            let place = Strip.Place(
                y: item.y,
                opensPage: index == 0,
                closesPage: index == items.count - 1
            )
            try item.strip.draw(pen, place)
        }
    }
}
