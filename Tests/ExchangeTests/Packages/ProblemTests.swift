import Blueprints
import Exchange
import Testing

@Suite struct ProblemTests {
    private static let name = BlueprintName(publisher: "16.03", name: "umkm")
    private static let problems: [PackageProblem] = [
        .tooLarge, .tooMany, .cutOff, .notOurForm, .climbingPath("../a"), .link("a"),
        .doubledName("a"), .clashingNames("a"), .foreignFile("a"), .noManifest, .unknownFormat,
        .altered("a"), .manifestDiffers, .memberUnreadable(name, "salah."), .faulty(name, "salah."),
        .notWhole(name), .requirementMissing("16.03/kopi"), .realPerson(name, file: "a"),
        .livingPerson(name, file: "a"), .editsClash(name), .originDiffers(name),
    ]

    @Test(arguments: problems)
    func `each problem has a sentence in both languages`(problem: PackageProblem) {
        #expect(problem.sentence.hasSuffix("."))
        #expect(problem.sentenceInEnglish.hasSuffix("."))
        #expect(problem.sentence != problem.sentenceInEnglish)
        #expect((400..<500).contains(problem.status))
    }

    @Test(arguments: TrustRefusal.allCases)
    func `each refusal of trust has a sentence in both languages`(refusal: TrustRefusal) {
        #expect(refusal.sentence.hasSuffix("."))
        #expect(refusal.sentenceInEnglish.hasSuffix("."))
        #expect(refusal.sentence != refusal.sentenceInEnglish)
        #expect((400..<500).contains(refusal.status))
    }
}
