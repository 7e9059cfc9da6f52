/// What a slot is called in a sentence: `jangka waktu langkah "Periksa berkas"`.
package func name(
    of slot: Slot,
    in tree: Tree,
    language: Language = .indonesian
) -> String {
    let wording = Wording(tree: tree, isIndonesian: language != .english)
    guard case .field(let field, let part)? = Shape.meaning(of: slot) else {
        return wording.owner(of: slot)
    }
    let owner = wording.owner(of: slot.parent)
    if field.place == .partOfType {
        return wording.pick("jenis jawaban \(owner)", "kind of answer of \(owner)")
    }
    let noun = KeyName.of(field.key, in: part)
    return wording.pick("\(noun.indonesian) \(owner)", "\(noun.english) of \(owner)")
}
