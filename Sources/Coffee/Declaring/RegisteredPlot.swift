package import Plots
package import Site
package import Stories

/// A plot with everything that its register says of it and a buyer's file may need.
package struct RegisteredPlot: Hashable, Sendable {
    package let id: OpaqueID

    /// The number of the plot in the register; empty for those from before there were numbers.
    package let code: String

    /// The name of the place, and of the village where it lies.
    package let name: String
    package let village: String
    package let grower: Grower?
    package let boundary: Boundary?
    package let papers: Papers

    package init(
        _ id: OpaqueID,
        code: String,
        name: String,
        village: String,
        of grower: Grower?,
        _ boundary: Boundary?,
        papers: Papers
    ) {
        (self.id, self.code, self.name, self.village) = (id, code, name, village)
        (self.grower, self.boundary, self.papers) = (grower, boundary, papers)
    }

    /// What was said about the land when the plot was registered.
    package struct Papers: Hashable, Sendable {
        package let species: [String]
        package let planted: Int?

        /// In the words of the register: a title, a letter of the village, none yet.
        package let land: Words?

        /// In the words of the register: outside the forest estate, inside with a permit.
        package let forest: Words?

        /// The number of a social-forestry permit.
        package let permit: String?

        /// The number of the case in which an STDB was issued.
        package let stdb: String?

        package init(
            species: [String] = [],
            planted: Int? = nil,
            land: Words? = nil,
            forest: Words? = nil,
            permit: String? = nil,
            stdb: String? = nil
        ) {
            (self.species, self.planted, self.land) = (species, planted, land)
            (self.forest, self.permit, self.stdb) = (forest, permit, stdb)
        }
    }

    /// What it is called where there is room for one word: its number, else its place.
    package var label: String {
        if !code.isEmpty { return code }
        return name.isEmpty ? String("\(id)".prefix(8)) : name
    }
}
