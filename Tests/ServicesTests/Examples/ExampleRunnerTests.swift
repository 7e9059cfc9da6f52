import Blueprints
import Services
import Testing

@Test(arguments: ShippedBlueprint.all, TrialRegency.all)
func `the examples that are shipped come out in any regency`(
    shipped: ShippedBlueprint,
    regency: TrialRegency
) throws {
    let blueprint = try shipped.compiled()
    let runner = try regency.runner()
    let runsHere = blueprint.services.contains { !$0.steps.isEmpty }
    #expect(blueprint.examples.count >= (runsHere ? 3 : 0))
    for example in blueprint.examples {
        #expect(runner.run(example, of: blueprint) == [], "\(example.id)")
    }
}

@Test(arguments: Spoilt.times + Spoilt.forms + Spoilt.acts + Spoilt.ends)
func `an example that does not fit is told in plain words`(spoilt: Spoilt) throws {
    let (example, blueprint) = try ShippedBlueprint.example(spoilt.example, of: "16.03/umkm")
    let complaints = try TrialRegency.staffed.runner().run(spoilt.spoil(example), of: blueprint)
    #expect(complaints == spoilt.complaints)
}

@Test func `a value fits as it is written and as a letter shows it`() throws {
    let (example, blueprint) = try ShippedBlueprint.example("warung", of: "16.03/umkm")
    let runner = try TrialRegency.staffed.runner()
    let fitting: [[ID: String]] = [
        ["jenis_usaha": "warung", "desa_usaha": "16.03.02.1007"],
        ["jenis_usaha": "Warung atau toko"], ["nomor_surat": "500.3/001/KEL-PSR2/2026"],
        ["nama": "Siti Aminah"],
    ]
    for values in fitting {
        let told = example.told(expect: ExampleExpectation(values: values))
        #expect(runner.run(told, of: blueprint) == [])
    }
}

@Test func `a withdrawal in time ends the case`() throws {
    let (example, blueprint) = try ShippedBlueprint.example("warung", of: "16.03/umkm")
    let told = example.told(
        acts: [ExampleAct("tarik", "2026-11-23 10.00", "Tidak jadi.")],
        expect: ExampleExpectation(ending: "ditarik")
    )
    #expect(try TrialRegency.staffed.runner().run(told, of: blueprint) == [])
}

@Test func `a reason that is written reaches the act that needs it`() throws {
    let (example, blueprint) = try ShippedBlueprint.example("warung", of: "16.03/umkm")
    let told = example.told(
        acts: [ExampleAct("tolak", "2026-11-23 10.00", "Tempatnya tidak ditemukan.")],
        expect: ExampleExpectation(ending: "ditolak")
    )
    #expect(try TrialRegency.staffed.runner().run(told, of: blueprint) == [])
}

@Test func `an example pays the fee before what waits for it`() throws {
    let blueprint = try StallPermits().compiled()
    let example = try #require(blueprint.examples.first)
    let runner = try TrialRegency.staffed.runner()
    #expect(runner.run(example, of: blueprint) == [])
    let unpaid = example.told(acts: example.acts.filter { $0.act != "bayar" })
    #expect(
        runner.run(unpaid, of: blueprint) == [
            """
            Tindakan "lanjut" pada 2026-11-23 11.00 ditolak: \
            Biaya permohonan ini belum tercatat dibayar. Catat pembayarannya dulu.
            """
        ]
    )
}

@Test func `an example about no service of the blueprint is told`() throws {
    let (example, _) = try ShippedBlueprint.example("warung", of: "16.03/umkm")
    let other = try ShippedBlueprint(name: "16.03/penelitian").compiled()
    #expect(
        try TrialRegency.staffed.runner().run(example, of: other) == [
            """
            Layanan "surat-keterangan-usaha" tidak ada dalam cetak biru ini. \
            Pilih layanan lain pada contoh ini.
            """
        ]
    )
}
