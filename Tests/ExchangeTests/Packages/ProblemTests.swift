import Exchange
import Testing

@Suite struct ProblemTests {
    @Test(arguments: [PackageProblem.tooLarge, .tooMany])
    func `each problem has a sentence in both languages`(problem: PackageProblem) {
        #expect(problem.sentence.hasSuffix("."))
        #expect(problem.sentenceInEnglish.hasSuffix("."))
        #expect(problem.sentence != problem.sentenceInEnglish)
        #expect((400..<500).contains(problem.status))
    }
}
