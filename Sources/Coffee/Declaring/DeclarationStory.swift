package import Stories

/// A file that was made for a buyer: which lot, for whom, and the papers as they were handed over.
///
/// What was handed over is kept as it was for five years (Regulation (EU) 2023/1115, art. 4(3) and
/// 9(2)), even where a plot is corrected afterwards.
package enum DeclarationStory: Story {
    package static let kind: StreamKind = "coffee_declaration"
    package static let beginning = MadeDeclaration()

    package static func evolve(_ state: inout MadeDeclaration, _ fact: DeclarationFact) {
        switch fact {
        case .made(let declaration): state.made = declaration
        case .erased: state.isErased = true
        }
    }

    package static func decide(
        _ state: MadeDeclaration,
        _ command: Declaration,
        _ known: KnownOfDeclaration
    ) throws(CoffeeRefusal) -> Decision<DeclarationFact> {
        guard state.made == nil else { throw .writtenAlready }
        guard known.rights.mayManage(known.holder) || known.rights.approves else {
            throw .notYourLot
        }
        guard command.plots > 0 else { throw .noPlotToDeclare }
        return Decision([.made(command)])
    }

    /// Lets its papers go, by two officials who stand in the fact.
    ///
    /// - Parameter lastDay: until when the law keeps it; nil where nothing does.
    package static func erase(
        _ state: MadeDeclaration,
        _ erased: ErasedAnswers,
        keptUntil lastDay: Day?,
        today: Day
    ) throws(CoffeeRefusal) -> Decision<DeclarationFact> {
        guard state.made != nil, !state.isErased else { throw .noSuchDeclaration }
        if let lastDay, today <= lastDay { throw .keptByLaw }
        return Decision([.erased(erased)])
    }
}

/// What a decision about a buyer's file may know.
package struct KnownOfDeclaration: Sendable {
    package let rights: LotRights
    package let holder: Code

    package init(_ rights: LotRights, of holder: Code) {
        (self.rights, self.holder) = (rights, holder)
    }
}

/// Nothing, or the file that was made.
package struct MadeDeclaration: Hashable, Sendable {
    package var made: Declaration?

    /// Its papers are destroyed.
    package var isErased = false

    package init() {}
}

/// What happened to a buyer's file.
package enum DeclarationFact: Hashable, Sendable {
    case made(Declaration)

    /// Its papers are destroyed, for this reason.
    case erased(ErasedAnswers)
}

/// A buyer's file as it was made.
package struct Declaration: Hashable, Sendable {
    package let lot: OpaqueID

    /// The buyer's record in the register.
    package let buyer: OpaqueID
    package let grams: Int64

    /// How many plots are in it, and how many of the lot's were left out.
    package let plots: Int
    package let leftOut: Int
    package let files: Files

    /// Whose plots are in it, by their records in the register; the first files did not say.
    package var growers: [OpaqueID] = []

    package init(
        of lot: OpaqueID,
        for buyer: OpaqueID,
        grams: Int64,
        plots: Int,
        leftOut: Int,
        _ files: Files
    ) {
        (self.lot, self.buyer, self.grams) = (lot, buyer, grams)
        (self.plots, self.leftOut, self.files) = (plots, leftOut, files)
    }

    /// The sealed files in the dossier of the declaration.
    package struct Files: Hashable, Sendable {
        package let geometry: OpaqueID
        package let statement: OpaqueID
        package let evidence: OpaqueID

        package init(geometry: OpaqueID, statement: OpaqueID, evidence: OpaqueID) {
            (self.geometry, self.statement, self.evidence) = (geometry, statement, evidence)
        }
    }
}

extension DeclarationFact: FactShape {
    package var kind: Code {
        switch self {
        case .made: "made"
        case .erased: "erased"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .made(let made):
            fields.put("lot", made.lot)
            fields.put("buyer", made.buyer)
            fields.put("grams", made.grams)
            fields.put("plots", made.plots)
            fields.put("left_out", made.leftOut)
            fields.put("geometry", made.files.geometry)
            fields.put("statement", made.files.statement)
            fields.put("evidence", made.files.evidence)
            if !made.growers.isEmpty { fields.put("growers", each: made.growers) }
        case .erased(let erased): erased.write(to: &fields)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "made":
            var made = Declaration(
                of: try fields.get("lot"),
                for: try fields.get("buyer"),
                grams: try fields.get("grams"),
                plots: try fields.get("plots"),
                leftOut: try fields.get("left_out"),
                Declaration.Files(
                    geometry: try fields.get("geometry"),
                    statement: try fields.get("statement"),
                    evidence: try fields.get("evidence")
                )
            )
            made.growers = try fields.list("growers")
            self = .made(made)
        case "erased": self = .erased(try ErasedAnswers(from: fields))
        case _: throw FactUnreadable("no fact of a declaration: \(kind)")
        }
    }
}
