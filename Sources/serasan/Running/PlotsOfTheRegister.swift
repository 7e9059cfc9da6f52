import Blueprints
import Coffee
import Feel
import Ledger
import Plots
import Registers
import Services
import Site
import Stories

/// Plots of the register of coffee with their boundaries and papers, as a buyer's file needs them.
struct PlotsOfTheRegister {
    let register: Register?
    let villages: Villages

    /// The grower of a plot, by the number of the person who registered it.
    let grower: (FeelValue) throws -> Grower?

    /// Nil for what is no plot.
    ///
    /// One that was erased stays as a plot of nobody knows whom, so that a buyer's file does not
    /// look complete without it.
    func plot(_ record: StandingRecord) throws -> RegisteredPlot? {
        guard record.register.text.hasSuffix("/kebun") else { return nil }
        guard let content = record.content else {
            return RegisteredPlot(
                record.id,
                code: "",
                name: "",
                village: "",
                of: nil,
                nil,
                papers: RegisteredPlot.Papers()
            )
        }
        let village = content.values["desa"]?.text
        return RegisteredPlot(
            record.id,
            code: content.values["nomor"]?.text ?? "",
            name: content.values["nama_kebun"]?.text ?? "",
            village: village.map { villages.name(of: $0) ?? $0 } ?? "",
            of: try content.values["pendaftar"].flatMap(grower),
            Boundary(content),
            papers: papers(content)
        )
    }

    private func papers(_ content: TypedAnswers) -> RegisteredPlot.Papers {
        RegisteredPlot.Papers(
            species: content.values["jenis_kopi"]?.items?.compactMap(\.text) ?? [],
            planted: content.values["tahun_tanam"]?.number.flatMap { Int($0.description) },
            land: words("surat_tanah", content),
            forest: words("kawasan", content),
            permit: content.values["nomor_izin"]?.text,
            stdb: content.values["stdb"]?.text
        )
    }

    /// An answer in the words of the register's own field.
    private func words(_ field: ID, _ content: TypedAnswers) -> Site.Words? {
        guard let value = content.values[field],
            let question = register?.fields.first(where: { $0.id == field })
        else { return nil }
        return Site.Words(
            question.text(of: value, in: .indonesian),
            question.text(of: value, in: .english)
        )
    }
}

extension Boundary {
    /// Where the plot lies as its register says: its boundary, else its point with its size.
    fileprivate init?(_ content: TypedAnswers) {
        let corners = content.values["batas"]?.fields?["titik"]?.items?
            .compactMap { Position($0) }
        if let corners, let outline = Outline(walking: corners) {
            self = .polygon(outline)
        } else if let place = content.values["titik"].flatMap({ Position($0) }) {
            let size = content.values["luas"]?.number.flatMap { Double($0.description) }
            self = .point(place, hectares: size)
        } else {
            return nil
        }
    }
}

extension Position {
    /// A point as an answer holds it.
    fileprivate init?(_ value: FeelValue) {
        guard let fields = value.fields,
            let latitude = fields["lintang"]?.number.flatMap({ Double($0.description) }),
            let longitude = fields["bujur"]?.number.flatMap({ Double($0.description) })
        else { return nil }
        self.init(longitudeDegrees: longitude, latitudeDegrees: latitude)
    }
}
