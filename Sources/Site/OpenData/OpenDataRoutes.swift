package import Hummingbird
import Stories

extension Router where Context: SiteContext {
    /// Serves the tables of all features, and the page that describes them.
    package func addOpenData(_ sets: [Dataset]) {
        get("data") { _, context in
            guard let visit = context.visit else { throw WebRefusal.unreadable }
            return Answer.page(OpenDataPage(sets), for: visit)
        }
        get("data/:kumpulan") { _, context in
            let file = (context.parameters.get("kumpulan") ?? "").split(separator: ".")
            guard file.count == 2, let set = sets.first(where: { $0.name.text == file[0] }),
                let installation = context.visit?.installation
            else { throw WebRefusal.notFound }
            switch file[1] {
            case "csv":
                return Answer.download(
                    DataFiles.csv(set.columns.map(\.name), try await set.rows()),
                    type: "text/csv; charset=utf-8",
                    name: "\(set.name.text).csv"
                )
            case "json":
                return Answer.json(
                    try DataFiles.json(set, try await set.rows(), of: installation)
                )
            case _: throw WebRefusal.notFound
            }
        }
    }
}
