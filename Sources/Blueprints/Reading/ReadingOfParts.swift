import Feel
import Yams

extension FileReading {
    /// Reads the keys of one part: every key that is known, and what is missing.
    mutating func part(
        _ pairs: [Pair],
        _ shape: PartShape,
        at slot: Slot,
        keyPlace: Place
    ) -> Tree {
        var reading = PartInReading(shape: shape, slot: slot)
        for pair in pairs {
            if let field = shape.field(pair.key), field.place != .id, !isLeftOut(field) {
                take(pair, field, into: &reading)
            } else if shape.idField?.key == pair.key, !isInEntry {
                _ = scalar(pair.value, .word, at: slot.child(pair.key), pair)
                places[slot.child(pair.key)] = nil
                values[slot.child(pair.key)] = nil
            } else if isInEntry, pair.key == "in", shape.home != nil {
                reading.children[.place] = scalar(pair.value, .word, at: slot.child(.place), pair)
            } else if let rest = shape.rest {
                takeRest(pair, rest, into: &reading)
            } else {
                reportUnknown(pair, in: shape)
            }
        }
        reportMissing(shape, pairs, at: keyPlace)
        checkType(reading, pairs)
        if !reading.type.isEmpty {
            reading.children["type"] = .atom([.record(reading.type)])
        }
        return .record(reading.children)
    }

    /// What is known of a part while its keys are read.
    struct PartInReading {
        let shape: PartShape
        let slot: Slot
        var children: [ID: Tree] = [:]
        var type: [ID: Tree] = [:]
    }

    /// In an entry of an overlay things that live elsewhere have entries of their own.
    private func isLeftOut(_ field: Field) -> Bool {
        guard isInEntry else { return false }
        switch field.content {
        case .things(let part), .named(let part, _, _): return Shape[part].home != nil
        case .scalar, .list, .oneOrMore, .record, .values, .assigned, .labelled, .options,
            .translations, .answers, .anything:
            return false
        }
    }

    private mutating func take(_ pair: Pair, _ field: Field, into reading: inout PartInReading) {
        let slot = reading.slot.child(pair.key)
        places[slot] = pair.keyPlace
        if field.content == .options {
            let (ids, labels) = options(pair, at: reading.slot)
            reading.type[pair.key] = ids
            reading.children["label"] = labels
            return
        }
        let isOfType = field.place == .partOfType
        let target = isOfType ? reading.slot.child("type").child(pair.key) : slot
        guard let value = value(pair, field, at: target) else { return }
        if isOfType {
            reading.type[pair.key] = value
            if pair.key == "type" { places[slot] = place(pair.value) }
        } else {
            reading.children[pair.key] = value
        }
    }

    private mutating func takeRest(
        _ pair: Pair,
        _ content: Content,
        into reading: inout PartInReading
    ) {
        guard content != .translations else {
            translation(pair, into: &reading.children, at: reading.slot)
            return
        }
        let slot = reading.slot.child(pair.key)
        places[slot] = pair.keyPlace
        guard isWord(pair, allowsDash: false) else { return }
        let field = Field(pair.key, content, [], Meaning("", ""), "nama_usaha")
        reading.children[pair.key] = value(pair, field, at: slot)
    }

    private mutating func reportUnknown(_ pair: Pair, in shape: PartShape) {
        let known = shape.fields.map(\.key.text)
        let near = Nearest.to(String(pair.key.text.prefix(64)), among: known).map {
            "Mungkin maksud Anda \"\($0)\"."
        }
        let list = "Yang ada: \(known.joined(separator: ", "))."
        report(
            .unknownKey,
            at: pair.keyPlace,
            "Kunci \"\(ScalarCheck.shortened(pair.key.text))\" tidak dikenal di sini.",
            fix: near ?? (known.isEmpty ? nil : list)
        )
    }

    private mutating func reportMissing(_ shape: PartShape, _ pairs: [Pair], at place: Place) {
        for field in shape.fields where field.isRequired && !isLeftOut(field) {
            if pairs.contains(where: { $0.key == field.key }) { continue }
            if isInEntry, field.place == .id { continue }
            report(
                .keyMissing,
                at: place,
                "Di sini harus ada \"\(field.key)\": \(Self.lowered(field.meaning.indonesian))",
                fix: "Tambahkan misalnya \(field.key): \(field.example)"
            )
        }
    }

    private static func lowered(_ sentence: String) -> String {
        sentence.prefix(1).lowercased() + sentence.dropFirst()
    }

    /// Whether the attributes beside a question's type belong to it.
    private mutating func checkType(_ reading: PartInReading, _ pairs: [Pair]) {
        guard let type = reading.type["type"]?.text,
            Shape.answerTypes.contains(where: { $0.word == type })
        else { return }
        let allowed = Shape.attributes(ofType: type)
        for pair in pairs where Shape.attributesOfTypes.contains(pair.key) {
            guard allowed.contains(pair.key) else {
                report(
                    .keyOfOtherType,
                    at: pair.keyPlace,
                    "\"\(pair.key)\" tidak berlaku untuk jawaban jenis \"\(type)\".",
                    fix: "Hapus \"\(pair.key)\", atau ganti jenisnya."
                )
                continue
            }
            guard pair.key == "from" || pair.key == "to", type != "date",
                let text = reading.type[pair.key]?.text,
                let wrong = ScalarCheck(text, as: .decimal, example: "1")
            else { continue }
            report(wrong.code, at: place(pair.value), wrong.sentence, fix: wrong.fix)
        }
    }

    /// The ids of options in their order, and their labels.
    private mutating func options(_ pair: Pair, at question: Slot) -> (Tree, Tree) {
        let place = pair.keyPlace
        places[question.child("label")] = place
        places[question.child("type").child("options")] = place
        guard let pairs = pairs(of: pair.value) else {
            report(
                .notKeys,
                at: self.place(pair.value),
                "Pilihan ditulis sebagai kata tetap dan tulisannya.",
                fix: "Tulis misalnya { kopi: Kebun kopi, warung: Warung }."
            )
            return (.atom([] as [Tree]), .record([:]))
        }
        var ids: [Tree] = []
        var labels: [ID: Tree] = [:]
        for option in pairs where isWord(option, allowsDash: true) {
            ids.append(.text(option.key.text))
            let slot = question.child("label").child(option.key)
            let field = Field(option.key, .text, [.hole], Meaning("", ""), "Kebun kopi")
            labels[option.key] = value(option, field, at: slot)
        }
        return (.atom(ids), .record(labels))
    }

    /// Whether a key of the author's own may be an id; a dash would be a minus in expressions.
    mutating func isWord(_ pair: Pair, allowsDash: Bool) -> Bool {
        let text = pair.key.text
        guard WordForms.isWord(text), allowsDash || !text.contains("-") else {
            report(
                .notAWord,
                at: pair.keyPlace,
                "\"\(ScalarCheck.shortened(text))\" bukan nama pendek yang boleh dipakai di sini.",
                fix: allowsDash
                    ? "Pakai huruf kecil, angka, _ atau -, mulai dengan huruf."
                    : "Pakai huruf kecil, angka, atau _, mulai dengan huruf."
            )
            return false
        }
        return true
    }
}
