extension Assembly {
    /// What the service says about personal data; nil where it says nothing yet.
    func personalData() -> PersonalData? {
        guard let node = service.node["privacy"],
            let basis = node.text("basis").flatMap(PersonalData.Basis.init(rawValue:)),
            let keep = node.text("keep").flatMap({ KeepingTime($0) }),
            let fate = node.text("fate").flatMap(PersonalData.Fate.init(rawValue:))
        else { return nil }
        return PersonalData(
            purposes: list(node["purposes"]),
            basis: basis,
            data: list(node["data"]),
            specific: node.texts("specific").compactMap(PersonalData.Specific.init(rawValue:)),
            recipients: list(node["recipients"]),
            keep: keep,
            fate: fate,
            keepBasis: list(node["keep_basis"])
        )
    }
}
