import Blueprints
import Exchange
import Testing

/// What everybody may use needs no agreement; anything else does.
@Suite struct OpenLicenceTests {
    @Test(arguments: [
        ("CC0-1.0", true), ("CC-BY-4.0", true), ("CC-BY-SA-4.0", true), ("EUPL-1.2", true),
        ("MIT", true), ("Apache-2.0", true), ("CC-BY-NC-4.0", false), ("CC-BY-ND-4.0", false),
        ("Hanya untuk mitra", false), ("Milik Kabupaten Muara Enim", false),
    ])
    func `a licence says whether an agreement is asked for`(licence: String, isOpen: Bool) throws {
        let files = try MadeUp.files().replacing(
            "licence: CC0-1.0",
            with: "licence: \(licence)",
            in: "blueprint.yaml"
        )
        let folder = readBlueprint(try files.archive.sources, at: "")
        #expect(try Package.pack(folder, as: "16.03").isOpen == isOpen)
    }
}
