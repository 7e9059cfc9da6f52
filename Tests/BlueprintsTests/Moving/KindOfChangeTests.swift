import Blueprints
import Foundation
import Testing

/// What each change of a service means for a running case.
struct KindOfChangeTests {
    /// One slot for every kind of node that a running case can depend on.
    private static let nodes: [(part: Part, slot: Slot)] = [
        (.service, "service/s"), (.standard, "service/s/standard"),
        (.privacy, "service/s/privacy"), (.page, "service/s/page/p"),
        (.question, "service/s/question/q"), (.member, "service/s/question/q/questions/m"),
        (.check, "service/s/check/c"), (.step, "service/s/step/t"),
        (.legal, "service/s/step/t/legal"), (.action, "service/s/action/a"),
        (.record, "service/s/action/a/record"), (.outcome, "service/s/outcome/o"),
        (.notice, "service/s/notice/n"), (.reply, "service/s/reply/r"),
        (.letter, "letter/l"), (.block, "letter/l/block/b"), (.register, "register/r"),
        (.rule, "rule/r"),
    ]

    private static func edit(_ slot: Slot, _ was: Tree?, _ now: Tree?) -> Edit {
        Edit(at: slot, was: was, now: now)
    }

    private static func lines() -> [String] {
        nodes.flatMap { part, slot -> [String] in
            let values = Shape[part].fields.filter { $0.place == .slot }.map { field in
                let kind = KindOfChange(of: edit(slot.child(field.key), "a", "b"))
                return "\(slot) \(field.key): \(kind.rawValue)"
            }
            let came = KindOfChange(of: edit(slot, nil, .record([:])))
            let went = KindOfChange(of: edit(slot, .record([:]), nil))
            return values + ["\(slot) +: \(came.rawValue)", "\(slot) -: \(went.rawValue)"]
        }
    }

    /// A new key of the language stands in this list before it is published: somebody has to say
    /// what it means for the cases that run.
    @Test func `every key of a service says what its change means for running cases`() throws {
        let file = Folders.tests.appending(path: "Moving/kinds-of-change.txt")
        try expectGolden(Self.lines().joined(separator: "\n") + "\n", at: file)
    }

    @Test func `every slot of the table is one of the language`() {
        for (part, slot) in Self.nodes {
            #expect(
                Shape.meaning(of: slot) == .part(part) || part == .record || part == .legal,
                "\(slot)"
            )
        }
    }

    private static let voluntary: Tree = .record(["ask": "Apa?", "optional": "true"])

    @Test(arguments: [
        (edit("service/s/question/q", nil, voluntary), KindOfChange.optionalQuestion),
        (edit("service/s/question/q", voluntary, nil), .optionalQuestion),
        (edit("service/s/question/q", nil, .record(["ask": "Apa?"])), .rule),
        (edit("service/s/question/q", .record(["ask": "Apa?"]), nil), .rule),
        (edit("service/s/question/q/optional", nil, "true"), .optionalQuestion),
        // What could be left empty may not become a must.
        (edit("service/s/question/q/optional", "true", nil), .rule),
        (edit("service/s/question/q/type", "a", "b"), .rule),
        (edit("service/s/question/q/label/kopi", "Kopi", "Kebun kopi"), .words),
        (edit("service/s/question/q/@in", "satu", "dua"), .pageOrder),
        (edit("service/s/action/a/@in", "satu", "dua"), .rule),
        (edit("service/s/question/@order", "a", "b"), .pageOrder),
        (edit("service/s/page/@order", "a", "b"), .pageOrder),
        (edit("service/s/step/@order", "a", "b"), .rule),
        (edit("letter/l/block/@order", "a", "b"), .letterWords),
        (edit("letter/l/block/b", nil, .record(["text": "Halo."])), .letterWords),
        (edit("letter/l/block/b", nil, .record(["text": "Halo.", "when": "x"])), .rule),
        (edit("text/en/service/s/title/text", "A", "B"), .words),
        (edit("text/en", nil, .record([:])), .words),
        (edit("service", .record([:]), nil), .rule),
        (edit(.root, "a", "b"), .rule),
    ])
    func `what an edit means for a running case`(edit: Edit, kind: KindOfChange) {
        #expect(KindOfChange(of: edit) == kind)
    }

    @Test func `a worked-out value that comes or goes is a rule`() {
        let type: Tree = .atom([.record(["type": "computed", "is": "1"])])
        let computed: Tree = .record(["ask": "Luas", "optional": "true", "type": type])
        #expect(KindOfChange(of: Self.edit("service/s/question/q", nil, computed)) == .rule)
    }
}
