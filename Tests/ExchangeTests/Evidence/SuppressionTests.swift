import Exchange
import Stories
import Testing

/// What one who knows every told count exactly, and the sum, can say of those that are not told.
private struct Attacker {
    let counts: [Int]
    let told: [PublishedCount]
    let sum: PublishedCount

    /// Which values from 0 to 9 a hidden count below ten could have, as far as subtraction tells.
    func possible(_ place: Int) -> Set<Int> {
        let others = told.indices.filter { $0 != place }
        let few = others.filter { told[$0] == .few }.count
        let more = others.filter { told[$0] == .hidden }.count
        let known = others.filter { told[$0].number != nil }.reduce(0) { $0 + counts[$1] }
        guard sum.number != nil else { return Set(0...9) }
        let hidden = counts.reduce(0, +) - known
        return Set(
            (0...9).filter { value in
                (0...max(0, 9 * few)).contains { rest in
                    let left = hidden - value - rest
                    return more == 0 ? left == 0 : left >= 10 * more
                }
            }
        )
    }
}

@Suite struct SuppressionTests {
    @Test(arguments: [
        (0, 0), (2, 0), (3, 5), (7, 5), (8, 10), (10, 10), (12, 10), (13, 15), (19, 20),
        (102, 100), (103, 105),
    ])
    func `a count is rounded to five`(count: Int, rounded: Int) {
        #expect(Suppression.rounded(count) == rounded)
    }

    @Test(arguments: [
        (0, 0), (7, 7), (99, 99), (104, 100), (105, 110), (83_456, 83_000), (996, 1000),
    ])
    func `money is told by two digits`(amount: Int, told: Int) {
        #expect(Suppression.twoDigits(amount) == told)
        #expect(Suppression.twoDigits(told) == told)
    }

    @Test(arguments: [
        // Nothing small: everything is told.
        ([120, 45], [PublishedCount.count(120), .count(45)], PublishedCount.count(165)),
        // One small one: the smallest that is large enough goes with it.
        ([120, 4, 45], [.count(120), .few, .hidden], .count(170)),
        // None is large enough: the sum goes.
        ([12, 3], [.count(10), .few], .hidden),
        // Two small ones that could each be anything.
        ([100, 4, 5], [.count(100), .few, .few], .count(110)),
        // Two that the sum would tell: both nothing.
        ([100, 0, 0], [.hidden, .few, .few], .count(100)),
        ([3, 4], [.few, .few], .few),
        ([], [], .few),
    ])
    func `small counts are not told, and not found`(
        counts: [Int],
        told: [PublishedCount],
        sum: PublishedCount
    ) {
        let found = Suppression.protected(counts)
        #expect(found.counts == told)
        #expect(found.sum == sum)
    }

    @Test(arguments: [
        (100, 200, PublishedCount.count(100)), (196, 200, .most), (4, 200, .few),
        (15, 15, .hidden), (8, 17, .hidden), (10, 20, .count(10)), (19, 19, .most),
        (0, 19, .few), (0, 0, .hidden),
    ])
    func `what was in time hides what was late`(
        inTime: Int,
        decided: Int,
        told: PublishedCount
    ) {
        #expect(Suppression.inTime(inTime, of: decided) == told)
    }

    @Test(arguments: 0..<40)
    func `no subtraction finds a count below ten`(seed: Int) {
        var numbers = SeededNumbers(11, of: seed)
        for _ in 0..<250 {
            let small = numbers.whole(0...100)
            let counts = (0..<numbers.whole(1...7)).map { _ in
                numbers.whole(0...100) < small ? numbers.whole(0...9) : numbers.whole(10...60)
            }
            let found = Suppression.protected(counts)
            let attacker = Attacker(counts: counts, told: found.counts, sum: found.sum)
            for (place, told) in found.counts.enumerated() {
                switch told {
                case .few:
                    #expect(counts[place] < 10)
                    #expect(attacker.possible(place) == Set(0...9), "\(counts) \(found)")
                case .count(let number):
                    #expect(counts[place] >= 10 && abs(number - counts[place]) <= 2)
                case .hidden: #expect(counts[place] >= 10)
                case .most: Issue.record("no count is a part")
                }
            }
            // Protection costs one count or the sum, never more.
            #expect(found.counts.filter { $0 == .hidden }.count <= 1)
        }
    }

    @Test(arguments: 0..<10)
    func `no subtraction finds how many were late`(seed: Int) {
        var numbers = SeededNumbers(12, of: seed)
        for _ in 0..<500 {
            let decided = numbers.whole(10...80)
            let inTime = numbers.whole(0...decided)
            let told = Suppression.inTime(inTime, of: decided)
            // One who knows exactly how many were decided.
            let possible = (0...decided).filter { part in
                switch told {
                case .count: part == inTime
                case .most: decided - part < 10 && part >= 10
                case .few: part < 10 && decided - part >= 10
                case .hidden: true
                }
            }
            let late = Set(possible.map { decided - $0 })
            if inTime < 10 { #expect(Set(0...9).isSubset(of: possible), "\(inTime) of \(decided)") }
            if decided - inTime < 10 {
                #expect(Set(0...9).isSubset(of: late), "\(inTime) of \(decided)")
            }
        }
    }

    @Test func `what would say how many were decided goes with it`() throws {
        var small = CountedFigures(received: 40, decided: 6, inTime: 6, medianDays: 3)
        small.satisfaction = .init(answers: 30, hundredths: 8125)
        small.cost = .init(year: 2025, amount: 1_000_000, received: [10, 10, 10, 9])
        var large = CountedFigures(received: 240, decided: 230, inTime: 170, medianDays: 4)
        large.satisfaction = .init(answers: 52, hundredths: 8125)
        large.cost = .init(year: 2025, amount: 20_000_000, received: [60, 61, 62, 63])
        let other = CountedFigures(received: 60, decided: 41, inTime: 20, medianDays: 9)
        let grid = EvidenceGrid(["a": small, "b": large, "c": other])
        let told = try #require(grid.lines["a"])
        #expect(told.received == .count(40) && told.decided == .few && told.inTime == .hidden)
        #expect(told.medianDays == nil && told.satisfaction == nil && told.cost == nil)
        let whole = try #require(grid.lines["b"])
        #expect(whole.decided == .count(230) && whole.inTime == .count(170))
        #expect(whole.medianDays == 4 && whole.satisfaction == .init(answers: 50, hundredths: 8125))
        #expect(whole.cost == .init(year: 2025, perRequest: 82_000))
        #expect(whole.shareInTime == .percent(74))
        // The one that is hidden beside the few tells nothing of itself either.
        let hidden = try #require(grid.lines["c"])
        #expect(hidden.received == .count(60) && hidden.decided == .hidden)
        #expect(hidden.inTime == .hidden && hidden.medianDays == nil)
        #expect(grid.decided == .count(275) && grid.received == .count(340))
    }

    @Test(arguments: [
        (PublishedCount.most, 200, PublishedShare?.some(.atLeast(95))), (.few, 200, .atMost(5)),
        (.count(100), 200, .percent(50)), (.hidden, 200, nil),
    ])
    func `a share says no more than the counts`(
        inTime: PublishedCount,
        decided: Int,
        share: PublishedShare?
    ) {
        let figures = PublishedFigures(
            received: .count(200),
            decided: .count(decided),
            inTime: inTime
        )
        #expect(figures.shareInTime == share)
    }
}
