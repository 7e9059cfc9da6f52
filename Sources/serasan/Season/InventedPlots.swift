import Blueprints
import Feel
import Foundation
import Plots
import Services
import Stories

/// Growers and plots that do not exist, as their registers say them.
struct InventedPlots {
    private let plan: SeasonPlan
    private let year: Int
    private var numbers: SeededNumbers
    private var count = 0

    init(_ plan: SeasonPlan, in year: Int) {
        (self.plan, self.year) = (plan, year)
        numbers = SeededNumbers(plan.seed)
    }

    /// One grower with one to three plots.
    mutating func grower(_ number: Int) -> (grower: TypedAnswers, plots: [TypedAnswers]) {
        let village = numbers.pick(plan.villages)
        let district = String(village.code.filter { $0 != "." }.prefix(6))
        let person = InventedPerson(&numbers, districts: [district])
        // No two of them have one number, whatever was drawn.
        let nik = String(person.nik.prefix(12)) + String(10_000 + number).suffix(4)
        let grower = TypedAnswers([
            "nama": .string(person.name), "nik": .string(nik), "hp": .string(person.phone),
            "desa": .string(village.code),
            "kelompok": .string("Kelompok \(village.name)"),
            "tampil_nama": .boolean(numbers.happens(0.4)),
        ])
        let plots = (0..<numbers.whole(1...3)).map { _ in plot(of: nik, in: village) }
        return (grower, plots)
    }

    private mutating func plot(of nik: String, in village: SeasonPlan.Village) -> TypedAnswers {
        let hectares = numbers.happens(0.04) ? 4.6 : Double(numbers.whole(40...260)) / 100
        let middle = place(count)
        count += 1
        var values: [ID: FeelValue] = [
            "nama_kebun": .string("Talang \(numbers.pick(Self.places))"),
            "desa": .string(village.code),
            "jenis_kopi": .list([.string(plan.species.rawValue)]),
            "tahun_tanam": .number(Decimal34(numbers.whole(1990...2019))),
            "jumlah_batang": .number(Decimal34(Int(hectares * 1600))),
            "pendaftar": .string(nik),
            "nomor": .string("\(village.code)-\(String(10_000 + count).suffix(4))"),
            "pemilik": .string("sendiri"),
            "surat_tanah": .string(numbers.pick(["sertifikat", "keterangan", "belum"])),
            "kawasan": .string(numbers.happens(0.9) ? "luar" : "tidak_tahu"),
        ]
        let kind = numbers.share()
        if kind < 0.82 || hectares > 4 {
            let corners = corners(around: middle, hectares: hectares)
            if let area = Land.area(corners.joined(separator: "; ")) {
                values["batas"] = area
                values["luas"] = area.fields?["luas"]
            }
        } else if kind < 0.97 {
            values["titik"] = Land.point(Self.text(middle))
        }
        values["luas"] = values["luas"] ?? Decimal34("\(hectares)").map(FeelValue.number)
        return TypedAnswers(values)
    }

    /// In a grid wide enough that only those overlap that are meant to: every fiftieth lies on its
    /// neighbour.
    private func place(_ number: Int) -> (latitude: Double, longitude: Double) {
        let cell = number % 50 == 49 ? Double(number) - 0.7 : Double(number)
        let column = cell.truncatingRemainder(dividingBy: 30)
        let row = (cell / 30).rounded(.down)
        return (
            plan.corner.latitudeDegrees + row * 0.003, plan.corner.longitudeDegrees + column * 0.003
        )
    }

    /// Eight to twelve corners, as somebody walks round a plot on a slope.
    private mutating func corners(
        around middle: (latitude: Double, longitude: Double),
        hectares: Double
    ) -> [String] {
        let count = numbers.whole(8...12)
        // A circle of that size, in degrees; a degree is about 111.2 km here.
        let radius = (hectares * 10_000 / .pi).squareRoot() / 111_200
        return (0..<count).map { index in
            let angle = 2 * .pi * Double(index) / Double(count)
            let out = radius * (0.92 + 0.16 * numbers.share())
            return Self.text(
                (middle.latitude + out * sin(angle), middle.longitude + out * cos(angle))
            )
        }
    }

    private static func text(_ place: (latitude: Double, longitude: Double)) -> String {
        func six(_ degrees: Double) -> String {
            let millionths = Int((degrees * 1e6).rounded())
            let rest = String(1_000_000 + abs(millionths) % 1_000_000).dropFirst()
            return "\(millionths < 0 ? "-" : "")\(abs(millionths) / 1_000_000).\(rest)"
        }
        return "\(six(place.latitude)),\(six(place.longitude))"
    }

    private static let places = [
        "Jambu", "Kayu Manis", "Air Dingin", "Batu Pance", "Tinggi", "Muara", "Seberang", "Padang",
        "Bengkok", "Pauh", "Empelu", "Randu",
    ]
}
