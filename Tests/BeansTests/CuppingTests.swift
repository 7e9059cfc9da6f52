import Beans
import Testing

private let allMarks = ScaForm.Mark.allCases

private func sca(_ mark: Ratio) -> ScaForm {
    ScaForm(marks: Dictionary(uniqueKeysWithValues: allMarks.map { ($0, mark) }))
}

private func affective(_ marks: [Int], _ uneven: Int = 0, _ defective: Int = 0) -> AffectiveForm {
    let pairs = zip(AffectiveForm.Section.allCases, marks)
    return AffectiveForm(
        marks: Dictionary(uniqueKeysWithValues: pairs.map { ($0, $1) }),
        unevenCups: uneven,
        defectiveCups: defective
    )
}

struct CuppingTests {
    @Test(arguments: [
        ([9, 9, 9, 9, 9, 9, 9, 9], 0, 0, 10_000), ([5, 5, 5, 5, 5, 5, 5, 5], 0, 0, 7900),
        ([7, 7, 7, 7, 7, 7, 7, 7], 0, 0, 8950), ([7, 7, 8, 7, 7, 6, 7, 7], 1, 0, 8750),
        ([6, 6, 6, 7, 6, 6, 6, 6], 0, 1, 8100), ([1, 1, 1, 1, 1, 1, 1, 1], 0, 0, 5800),
    ])
    func `the affective assessment comes to its quoted scores`(
        marks: [Int],
        uneven: Int,
        defective: Int,
        hundredths: Int
    ) throws {
        let cupped = affective(marks, uneven, defective).judged(by: try affectiveFormula())
        #expect(cupped.score == CuppingScore(hundredths, by: .affective))
        #expect(cupped.faults.isEmpty)
    }

    @Test func `a mark that the scale does not have is named`() throws {
        let cupped = affective([0, 5, 5, 5, 5, 5, 5, 10]).judged(by: try affectiveFormula())
        #expect(cupped.score == nil && cupped.faults.count == 2)
        let short = affective([5, 5, 5], 6).judged(by: try affectiveFormula())
        #expect(short.faults.count == 6)
    }

    @Test func `the form of 2004 adds up to a hundred and takes off defects`() {
        #expect(sca(10).judged().score == CuppingScore(10_000, by: .sca2004))
        var form = sca(Ratio(31, over: 4))
        (form.cups, form.tainted, form.faulty) = ([.sweetness: 4], 1, 1)
        // 7 × 7,75 + 10 + 10 + 8 - 2 - 4
        #expect(form.judged().score?.points == Ratio(305, over: 4))
    }

    @Test func `a typed total that differs is named, and the reckoned one stands`() {
        let cupped = sca(8).judged(typed: 87)
        #expect(cupped.score?.hundredths == 8600)
        #expect(cupped.faults == [.totalDiffers(typed: 87, reckoned: 86)])
        #expect(
            cupped.faults.first?.sentence.indonesian
                == "Jumlah yang ditulis 87, tetapi hitungannya 86."
        )
        #expect(sca(8).judged(typed: 86).faults.isEmpty)
    }

    @Test(arguments: [
        (Ratio(23, over: 4), false), (6, true), (Ratio(25, over: 4), true),
        (Ratio(63, over: 10), false), (Ratio(41, over: 4), false),
    ])
    func `marks of 2004 go from 6 to 10 in quarters`(mark: Ratio, isOne: Bool) {
        #expect((sca(mark).judged().score != nil) == isOne)
    }

    @Test(arguments: [
        (7999, "below specialty"), (8000, "specialty, very good"), (8499, "specialty, very good"),
        (8500, "specialty, excellent"), (9000, "specialty, outstanding"),
    ])
    func `specialty begins at 80 on the form of 2004, and only there`(score: Int, name: String) {
        #expect(ScaForm.quality(of: CuppingScore(score, by: .sca2004))?.english == name)
        #expect(ScaForm.quality(of: CuppingScore(score, by: .affective)) == nil)
    }

    @Test func `scores of two protocols have no order`() {
        let (old, new) = (CuppingScore(8000, by: .sca2004), CuppingScore(8900, by: .affective))
        #expect(new.isAbove(old) == nil && old.isAbove(new) == nil)
        #expect(old.isAbove(CuppingScore(7900, by: .sca2004)) == true)
    }

    @Test func `fine robusta is the sum of ten marks`() {
        let marks = FineRobustaForm.Mark.allCases.map { ($0, Ratio(8)) }
        let form = FineRobustaForm(marks: Dictionary(uniqueKeysWithValues: marks))
        #expect(form.judged().score == CuppingScore(8000, by: .fineRobusta))
        #expect(FineRobustaForm(marks: [:]).judged().faults.count == 10)
    }
}
