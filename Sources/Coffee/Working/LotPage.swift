import Site
import Stories

/// One lot for those who work with it: what it is, what is there, what happened, what can be done.
struct LotPage: Page {
    var lot: ShownLot
    var holder: String
    var vocabulary: CoffeeVocabulary
    var entries: [EntryLine]
    var findings: [ShownFinding]
    var upstream: Int
    var rights: LotRights
    var version: Version
    var refused: Words?
    var status = 200

    /// An entry with the name of whoever stands on its other side.
    struct EntryLine: Sendable {
        let entry: ShownEntry
        let other: Words?
        let address: Address?
        let time: String
    }

    var frame: Frame {
        Frame(width: .page, back: Link(.coffeeLots, "/lot"), status: status)
    }

    func title(for visit: Visit) -> String { lot.title }

    private var manages: Bool { rights.mayManage(lot.holder) }

    func body(_ html: HTML) {
        html(.h1, lot.title)
        html(.p, .role("status")) { html(tag) }
        if let refused { html(Notice(.danger, refused)) }
        if let recall = lot.recall { html(Notice(.danger, Words(recall))) }
        facts(html)
        ways(html)
        against(html)
        html(Timeline(heading: .journey, entries.map(moment)))
    }

    private var tag: StatusTag {
        if lot.recall != nil { return StatusTag(.isRecalledTag, .danger) }
        let open = findings.contains { $0.overruledBy == nil && !$0.finding.isWarning }
        return open || upstream > 0
            ? StatusTag(.hasFindings, .attention) : StatusTag(.isInOrder, .done)
    }

    private func facts(_ html: HTML) {
        var facts: [(name: Words, value: Inline)] = [
            (.lotCode, .text(lot.code)),
            (.kindOfCoffee, .words(vocabulary.what(lot.what))),
            (.season, .text("\(lot.season)")),
            (.holder, .text(holder)),
            (.lies, .words(Kilograms.words(lot.balance))),
            (.uncertifiedWeight, .words(Kilograms.words(lot.uncertified))),
        ]
        if let moisture = lot.moisture { facts.append((.moisture, .words(.tenths(moisture)))) }
        if let grade = lot.grade { facts.append((.grade, .text(grade))) }
        if let bags = lot.bags { facts.append((.bags, .text("\(bags)"))) }
        html(KeyFacts(facts))
    }

    private func ways(_ html: HTML) {
        var links: [Link] = []
        func way(_ words: Words, _ deed: String) {
            links.append(Link(words, Address("/lot/\(lot.code)/\(deed)")))
        }
        if rights.mayWeigh(for: lot.holder) {
            links.append(Link(.weighHere, Address("/timbang").with("lot", lot.code)))
        }
        if manages {
            if lot.balance > 0 {
                way(.processLots, "olah")
                if lot.recall == nil { way(.sellLot, "jual") }
                way(.loseWeight, "susut")
                way(.emptyLot, "kosong")
            }
            way(.lotLabels, "label.pdf")
        }
        if manages || rights.isLaboratory {
            way(.gradeSheet, "mutu")
            way(.cuppingSheet, "cicip")
        }
        if manages || rights.approves { way(.buyerFile, "pembeli") }
        if rights.approves, lot.recall == nil, lot.uncertified > 0 {
            way(.certifyLot, "sertifikat")
        }
        if manages || rights.approves {
            way(lot.recall == nil ? .recallLot : .liftRecall, lot.recall == nil ? "tarik" : "pulih")
        }
        links.append(Link(.publicPage, Address("/kopi/lot/\(lot.code)")))
        html(ButtonRow(links: links))
    }

    private func against(_ html: HTML) {
        guard !findings.isEmpty || upstream > 0 else { return }
        html(.h2, .findings)
        if upstream > 0 { html(.p, .findingsBehind(upstream)) }
        for finding in findings {
            html(.p, finding.finding.words)
            if finding.overruledBy != nil {
                html(.p, .overruled, .class("redup"))
            } else if rights.approves, !finding.finding.isWarning {
                html(
                    .details,
                    .class("rinci")
                ) {
                    html(.summary, .overruleFinding)
                    html(.div) {
                        html(
                            Form(
                                to: Address("/lot/\(lot.code)/putuskan"),
                                [Field("alasan", .reason, .longText("", most: 1000))],
                                hidden: [
                                    ("temuan", "\(finding.id)"), ("versi", "\(version.count)"),
                                ],
                                buttons: [Button(.overruleFinding, .danger)]
                            )
                        )
                    }
                }
            }
        }
    }

    private func moment(_ line: EntryLine) -> Timeline.Moment {
        let entry = line.entry
        var detail: [Inline] = []
        if let other = line.other {
            detail.append(line.address.map { .link(Link(other, $0)) } ?? .words(other))
        }
        if let price = entry.price { detail.append(.words(.atPrice(Int(price)))) }
        if entry.way == .certificate {
            let letter = Address("/lot/\(lot.code)/sertifikat/\(entry.id)/surat.pdf")
            detail.append(.link(Link(.letterAsPDF, letter)))
        }
        if manages, entry.way != .certificate, entry.way != .emptying {
            detail.append(
                .link(Link(.correctWeight, Address("/lot/\(lot.code)/betulkan/\(entry.id)")))
            )
        }
        return Timeline.Moment(line.time, .words(what(entry)), detail: detail)
    }

    private func what(_ entry: ShownEntry) -> Words {
        let weight = Kilograms.words(entry.grams)
        let step = entry.place.flatMap(Code.init).map { vocabulary.step($0) } ?? Words("-")
        func said(_ indonesian: String, _ english: String) -> Words {
            Words("\(indonesian): \(weight.indonesian)", "\(english): \(weight.text(in: .english))")
        }
        return switch entry.way {
        case .delivery: said("Diterima dari petani", "Brought by a grower")
        case .filling:
            said("Hasil \(step.indonesian.lowercased())", "Result of \(step.text(in: .english))")
        case .draw:
            said(
                "Diambil untuk \(step.indonesian.lowercased())",
                "Taken for \(step.text(in: .english))"
            )
        case .sale: said("Dijual", "Sold")
        case .loss: said("Susut atau hilang", "Lost")
        case .emptying: said("Dinyatakan kosong, sisa buku", "Said to be empty, left in the books")
        case .certificate: said("Sertifikat, masih berlaku untuk", "Certificate, still speaks for")
        }
    }
}

extension Words {
    static func findingsBehind(_ count: Int) -> Words {
        Words(
            "Ada \(count) temuan yang belum selesai pada lot asalnya.",
            "\(count) findings are open on the lots that it was made of."
        )
    }

    static func atPrice(_ rupiah: Int) -> Words {
        NumberWords.money(rupiah).map { $0 + "/kg" }
    }
}
