import Hummingbird
import Plots
import Site

// The check of a file of plots, for anybody: nothing of the file is kept, nobody has to log in.

extension CoffeeFeature {
    /// What the EU's system takes for a statement is 25 MB; what is larger is told so, not read.
    private static let mostBytes = 26_000_000

    /// Up to this size the file goes along with the page, so that it need not be chosen again.
    private static let mostCarried = 1_000_000

    private static var limits: MultipartParser.Limits {
        var limits = MultipartParser.Limits()
        limits.file = mostBytes
        limits.field = mostCarried + 1
        limits.total = mostBytes + mostCarried + 100_000
        return limits
    }

    func addPlotFileCheck(to router: Router<some SiteContext>) {
        router.get("kopi/periksa-kebun") { _, context in
            let visit = try self.visit(context, try await self.regency())
            return Answer.page(PlotFilePage(), for: visit)
        }
        router.post("kopi/periksa-kebun") { request, context in
            let visit = try self.visit(context, try await self.regency())
            let posted = try await Posted.read(request, in: context, limits: Self.limits)
            let file = posted.file("berkas")
            let bytes = file?.bytes ?? posted["isi"].map { Array($0.utf8) } ?? []
            guard !bytes.isEmpty else {
                return Answer.page(PlotFilePage(error: .fileMissing), for: visit)
            }
            let check = await Self.aside { PlotFileCheck(bytes, telling: PlotFilePage.mostTold) }
            if posted["untuk"] == "perbaikan", let mended = await Self.aside(check.repaired) {
                return Answer.download(
                    mended,
                    type: "application/geo+json",
                    name: "kebun-diperbaiki.geojson"
                )
            }
            let isCarried = bytes.count <= Self.mostCarried && !check.repairs.isEmpty
            return Answer.page(
                PlotFilePage(
                    checked: CheckedPlotFile(
                        name: file?.filename ?? "kebun.geojson",
                        check: check,
                        carried: isCarried ? String(validating: bytes, as: UTF8.self) : nil
                    )
                ),
                for: visit
            )
        }
    }
}

/// A file of plots with what was found in it.
struct CheckedPlotFile: Sendable {
    /// What its sender calls it.
    let name: String
    let check: PlotFileCheck

    /// The file itself, where it is small enough to go along to the repair.
    let carried: String?
}
