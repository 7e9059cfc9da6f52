import Beans
import Feel
import Stories
import Testing

private func loan(_ method: RepaymentMethod, _ percent: Ratio = 6) throws -> Loan {
    try #require(Loan(10_000_000, months: 12, yearlyPercent: percent, method))
}

struct RepaymentTests {
    @Test(arguments: [
        (RepaymentMethod.flat, "883333.33", "600000.00"),
        (.annuity, "860664.30", "327971.56"), (.declining, "883333.33", "325000.00"),
    ])
    func `the three methods come to their instalments and interest`(
        method: RepaymentMethod,
        instalment: String,
        interest: String
    ) throws {
        let loan = try loan(method)
        #expect(loan.firstPayment?.text(decimals: 2) == instalment)
        #expect(loan.exactInterest?.text(decimals: 2) == interest)
    }

    @Test(arguments: [
        (RepaymentMethod.flat, "10.896", "11.457"), (.annuity, "6.000", "6.168"),
        (.declining, "6.000", "6.168"),
    ])
    func `what a loan costs a year is comparable`(
        method: RepaymentMethod,
        nominal: String,
        effective: String
    ) throws {
        let loan = try loan(method)
        #expect(loan.nominalPercent?.text(decimals: 3) == nominal)
        #expect(loan.effectivePercent?.text(decimals: 3) == effective)
    }

    @Test func `six percent effective are 3,2797 percent flat`() throws {
        #expect(try loan(.annuity).equivalentFlatPercent?.text(decimals: 4) == "3.2797")
        #expect(try loan(.flat).equivalentFlatPercent == 6)
    }

    @Test(arguments: [
        (1, 810_664, 50_000, 860_664, 9_189_336), (2, 814_717, 45_947, 860_664, 8_374_619),
        (3, 818_791, 41_873, 860_664, 7_555_828), (6, 831_134, 29_530, 860_664, 5_074_810),
        (11, 852_121, 8543, 860_664, 856_387), (12, 856_387, 4282, 860_669, 0),
    ])
    func `the schedule in whole rupiah is the quoted one`(
        number: Int,
        principal: Int64,
        interest: Int64,
        payment: Int64,
        balance: Int64
    ) throws {
        let row = Schedule(try loan(.annuity)).instalments[number - 1]
        #expect(row.number == number && row.principal == principal && row.interest == interest)
        #expect(row.payment == payment && row.balance == balance)
    }

    @Test func `rounding leaves two rupiah more interest`() throws {
        let schedule = Schedule(try loan(.annuity))
        #expect(schedule.totalInterest == 327_973 && schedule.totalPaid == 10_327_973)
    }

    @Test func `a declining loan falls from 883.333 to 837.500`() throws {
        let schedule = Schedule(try loan(.declining))
        #expect(schedule.instalments.first?.payment == 883_333)
        // The last principal absorbs four rupiah of rounding.
        #expect(schedule.instalments.last?.payment == 837_504)
        #expect(schedule.totalInterest == 325_000)
    }

    @Test func `every schedule pays back exactly what was lent`() throws {
        var numbers = SeededNumbers(7)
        for _ in 0..<400 {
            let percent = Ratio(Int128(numbers.whole(0...3600)), over: 100)
            let loan = try #require(
                Loan(
                    Int64(numbers.whole(1...50_000_000)),
                    months: numbers.whole(1...84),
                    yearlyPercent: percent,
                    numbers.pick(RepaymentMethod.allCases)
                )
            )
            let rows = Schedule(loan).instalments
            #expect(rows.count == loan.months && rows.last?.balance == 0)
            #expect(rows.reduce(0) { $0 + $1.principal } == loan.principal, "\(loan)")
            #expect(rows.allSatisfy { $0.principal >= 0 && $0.interest >= 0 && $0.balance >= 0 })
        }
    }

    @Test func `a loan without interest costs nothing`() throws {
        for method in RepaymentMethod.allCases {
            let loan = try loan(method, 0)
            #expect(Schedule(loan).totalInterest == 0 && loan.effectivePercent == 0)
            #expect(loan.equivalentFlatPercent == 0)
        }
    }

    @Test(arguments: [(0, 12, 6), (-1, 12, 6), (1, 0, 6), (1, 601, 6), (1, 12, -1), (1, 12, 1001)])
    func `what is no loan is none`(principal: Int64, months: Int, percent: Int) {
        #expect(
            Loan(principal, months: months, yearlyPercent: Ratio(percent), .flat) == nil
        )
    }

    @Test func `a programme covers up to its ceiling while its decree holds`() throws {
        let from = try #require(Day("2026-01-01"))
        let programme = try #require(
            CreditProgramme(
                "KUR Mikro",
                above: 10_000_000,
                upTo: 100_000_000,
                yearlyPercent: 6,
                sourced: Sourced("siaran pers 2026", from: from)
            )
        )
        #expect(programme.covers(100_000_000, on: from))
        #expect(!programme.covers(10_000_000, on: from))
        #expect(!programme.covers(100_000_001, on: from))
        #expect(!programme.covers(50_000_000, on: from.adding(days: -1)))
        #expect(
            CreditProgramme("x", above: 5, upTo: 5, yearlyPercent: 6, sourced: Sourced("x")) == nil
        )
    }
}
