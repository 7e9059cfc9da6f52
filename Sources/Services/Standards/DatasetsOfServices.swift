import Blueprints
import Office
package import Site
import Stories

// What this feature gives away as open data: services and their promises, offices, holidays.

extension ServicesFeature {
    /// The tables that everybody may take.
    package var datasets: [Dataset] {
        [servicesSet, officesSet, holidaysSet]
    }

    private var servicesSet: Dataset {
        Dataset(
            "layanan",
            Words("Layanan dan janji waktunya", "Services and their promised times"),
            Words(
                "Semua layanan: lamanya, biayanya, dan kantor yang bertanggung jawab.",
                "All services: how long, how much, and the office that answers for them."
            ),
            columns: [
                .init("id", Words("Nama pendek di alamat", "Short name in the address")),
                .init("judul", Words("Nama layanan", "Title, in Indonesian")),
                .init("judul_en", Words("Nama layanan, bahasa Inggris", "Title in English")),
                .init("topik", Words("Kelompok", "Topic")),
                .init("kantor", Words("Kantor yang bertanggung jawab", "Office that answers")),
                .init("janji", Words("Lama paling lambat, angka", "Longest time, a number")),
                .init("satuan", Words("Satuan lama", "Unit of that time, in Indonesian")),
                .init(
                    "biaya_rupiah",
                    Words("Biaya; kosong bila dihitung", "Fee in rupiah; empty if worked out")
                ),
                .init("alamat", Words("Halaman layanan", "Page of the service")),
            ]
        ) {
            let force = try await force()
            return force.services.map { service in
                let owners = force.office.units(called: service.owner.text).map(\.name)
                let page = Address("/layanan/\(service.id)")
                    .absolute(in: .indonesian, of: force.installation)
                let fee: Dataset.Value =
                    switch service.standard.fee {
                    case .rupiah(let rupiah): .number(Int(rupiah))
                    case .computed: .nothing
                    }
                return [
                    .text(service.id.text), .text(service.title.indonesian),
                    .init(service.title.translated[.english]), .init(service.topic?.text),
                    .text(owners.joined(separator: "; ")), .number(service.standard.time.amount),
                    .text(service.standard.time.unit.rawValue), fee,
                    .text(page.text(in: .indonesian)),
                ]
            }
        }
    }

    private var officesSet: Dataset {
        Dataset(
            "kantor",
            Words("Kantor dan loket", "Offices and counters"),
            Words("Alamat dan nomor semua kantor.", "Addresses and numbers of all offices."),
            columns: [
                .init("id", Words("Nama pendek di alamat", "Short name in the address")),
                .init("nama", Words("Nama kantor", "Name")),
                .init("kode_wilayah", Words("Kode wilayah", "Code of the village it serves")),
                .init("alamat", Words("Alamat", "Address")),
                .init("telepon", Words("Telepon", "Phone")),
                .init("whatsapp", Words("WhatsApp", "WhatsApp")),
            ]
        ) {
            try await force().office.units.map { unit in
                [
                    .text(unit.id.text), .text(unit.name), .init(unit.village?.text),
                    .text(unit.address), .text(unit.phone), .init(unit.whatsApp),
                ]
            }
        }
    }

    private var holidaysSet: Dataset {
        Dataset(
            "hari-libur",
            Words("Hari libur", "Holidays"),
            Words("Hari kantor tutup, selain akhir pekan.", "Days on which offices are closed."),
            columns: [
                .init("tanggal", Words("Tanggal", "Date")),
                .init("jenis", Words("Jenis hari libur", "Kind, in Indonesian")),
                .init("nama", Words("Nama hari libur", "Name, in Indonesian")),
            ]
        ) {
            try await force().calendar.holidays.map { holiday in
                [
                    .text(holiday.day.description), .text(holiday.kind.rawValue),
                    .text(holiday.name),
                ]
            }
        }
    }
}
