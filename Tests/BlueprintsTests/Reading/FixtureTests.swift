import Blueprints
import Testing

@Suite struct FixtureTests {
    @Test func `the first service reads without a word`() throws {
        let read = readBlueprint(try Fixture.files(), at: "")
        #expect(read.diagnostics.map(\.printed) == [])
        #expect(read.files.count == 7)
    }

    @Test func `a regency reads without a word`() throws {
        let file = SourceFile(path: "regency.yaml", bytes: try Fixture.bytes("regency.yaml"))
        let (regency, diagnostics) = readRegency(file)
        #expect(diagnostics.map(\.printed) == [])
        #expect(regency?.code == "16.03")
        #expect(regency?.isDemo == true)
        #expect(regency?.units.map(\.calledBy) == [["kelurahan"], ["inspektorat"]])
        #expect(regency?.posts.last?.duties == ["petugas-pelayanan", "sekretaris"])
        #expect(regency?.calendar.holidays.count == 1)
        #expect(regency?.hours.week[4].map(\.from) == [450, 810])
        #expect(regency?.hours.special.first?.week[0].map(\.to) == [900])
        #expect(regency?.theme.gold == "#c9a227")
    }
}
