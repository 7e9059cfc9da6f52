package import Site
package import Stories

/// What a list of cases is narrowed to: it stands in the address, so it can be kept and sent on.
package struct InboxFilter: Hashable, Sendable {
    /// A service: `sku`.
    package var service: String?

    /// A district or a village, by its Kemendagri code.
    package var region: String?

    /// A step of a service: `periksa`.
    package var step: String?

    /// The days of receipt, both counted in.
    package var from: Day?
    package var until: Day?
    package var officer: Officer?

    /// Words of the address that mean nothing: told to the reader, never an error.
    package var unknown: [String] = []

    package init() {}

    /// Whose cases.
    package enum Officer: Hashable, Sendable {
        /// Nobody has taken it.
        case nobody
        case one(OpaqueID)
    }

    /// Reads the values of an address or of a kept view.
    package init(_ value: (String) -> String?) {
        func word(_ name: String) -> String? {
            value(name).flatMap { $0.isEmpty ? nil : String($0.prefix(60)) }
        }
        service = word("layanan")
        region = word("wilayah")
        // A village is chosen beside its district; one that lies elsewhere was chosen before.
        if let village = word("desa"), region.map({ village.hasPrefix("\($0).") }) ?? true {
            region = village
        }
        step = word("langkah")
        from = day("dari", word("dari"))
        until = day("sampai", word("sampai"))
        guard let typed = word("petugas") else { return }
        if typed == "belum" {
            officer = .nobody
        } else if let id = OpaqueID(typed) {
            officer = .one(id)
        } else {
            unknown.append("petugas")
        }
    }

    private mutating func day(_ name: String, _ text: String?) -> Day? {
        guard let text else { return nil }
        guard let day = Day(text) else {
            unknown.append(name)
            return nil
        }
        return day
    }

    /// Names and values as they stand in an address.
    package var values: [(name: StaticString, value: String)] {
        let officer: String? =
            switch officer {
            case .nobody: "belum"
            case .one(let id): id.description
            case nil: nil
            }
        let all: [(StaticString, String?)] = [
            ("layanan", service), ("wilayah", region), ("langkah", step),
            ("dari", from?.description), ("sampai", until?.description), ("petugas", officer),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }

    package var isEmpty: Bool { values.isEmpty }

    /// The list of that address, narrowed.
    package func add(to address: Address) -> Address {
        values.reduce(address) { $0.with($1.name, $1.value) }
    }
}
