extension Assembly {
    /// The letters that actions of the service issue.
    func letters() -> [ID: Letter] {
        var letters: [ID: Letter] = [:]
        for id in service.actions.compactMap({ $0.word("letter") }) {
            guard let node = draft.letters.first(where: { $0.id == id }) else { continue }
            letters[id] = letter(node)
        }
        return letters
    }

    private func letter(_ node: Node) -> Letter? {
        guard let title = words(node["title"]), let signer = node.word("signer"),
            let number = node.text("number").flatMap({ NumberTemplate($0) }),
            let layout = node.text("layout").flatMap({ Letter.Layout(rawValue: $0) })
        else { return nil }
        return Letter(
            id: node.id,
            layout: layout,
            paper: node.text("paper").flatMap { Letter.Paper(rawValue: $0) } ?? .a4,
            title: title,
            number: number,
            classification: node.text("classification") ?? "",
            subject: sentence(node["subject"]),
            to: sentence(node["to"]),
            blocks: node.things("block").compactMap(block),
            signer: signer,
            shows: node.things("shows").compactMap(shown)
        )
    }

    private func sentence(_ node: Node?) -> Sentence? {
        node.flatMap { read.sentences[$0.slot] }
    }

    private func block(_ node: Node) -> Letter.Block? {
        content(node).map { content in
            Letter.Block(
                id: node.id,
                when: node["when"].flatMap { read.formulas[$0.slot] },
                content: content
            )
        }
    }

    private func content(_ node: Node) -> Letter.Block.Content? {
        if let text = sentence(node["text"]) { return .paragraph(text) }
        if node["rows"] != nil {
            return .rows(
                node.things("rows").compactMap { row in
                    sentence(row.labelledValue).map {
                        Letter.LabelledValue(label: label(row), value: $0)
                    }
                }
            )
        }
        if node["list"] != nil { return .numbered(node.parts("list").compactMap(sentence)) }
        guard let each = node["each"].flatMap({ read.formulas[$0.slot] }) else { return nil }
        let columns = node.things("columns").compactMap { column in
            sentence(column.labelledValue).map {
                Letter.TableColumn(title: label(column), value: $0)
            }
        }
        return .table(each: each, columns: columns)
    }

    private func label(_ node: Node) -> Words {
        words(node["label"]) ?? Words(node.label)
    }

    private func shown(_ node: Node) -> Letter.Shown? {
        guard let value = node.labelledValue, let formula = read.formulas[value.slot] else {
            return nil
        }
        return Letter.Shown(label: label(node), value: formula)
    }

    /// The notices of the service, in every language in which they can be read.
    func notices() -> [ID: Notice] {
        var notices: [ID: Notice] = [:]
        for node in service.notices {
            notices[node.id] = Notice(
                id: node.id,
                text: languages(of: node["text"]),
                subject: languages(of: node["subject"])
            )
        }
        return notices
    }

    private func languages(of node: Node?) -> [Language: Sentence] {
        guard let node, let text = read.sentences[node.slot] else { return [:] }
        var sentences: [Language: Sentence] = [.indonesian: text]
        for language in translations.translated(node.slot).keys {
            let slot = Slot(["text", ID(language.code)] + node.slot.path + ["text"])
            sentences[language] = read.sentences[slot]
        }
        return sentences
    }
}
