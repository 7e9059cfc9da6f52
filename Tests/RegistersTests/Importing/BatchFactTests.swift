import Registers
import Stories
import Testing

/// The bytes of every fact of a batch that was ever written; a line here never changes.
private let corpus: [(fact: BatchFact, kind: Code, bytes: String)] = [
    (
        .begun(register: "16.03/kopi/petani", rows: 300),
        "begun",
        #"{"register":"16.03/kopi/petani","rows":300}"#
    ),
    (.finished(written: 290), "finished", #"{"written":290}"#),
    (.undone(ended: 289, left: 1), "undone", #"{"ended":289,"left":1}"#),
]

struct BatchFactTests {
    @Test func `each fact of a batch is written and read as ever`() throws {
        for (fact, kind, bytes) in corpus {
            #expect(fact.kind == kind)
            var writer = FactWriter()
            fact.write(to: &writer)
            #expect(try CanonicalJSON.write(.object(writer.fields)) == Array(bytes.utf8))
            guard case .object(let fields) = try CanonicalJSON.read(Array(bytes.utf8)) else {
                throw FactUnreadable("an event is an object")
            }
            #expect(try BatchFact(kind: kind, from: FactReader(fields)) == fact)
        }
    }

    @Test func `a batch that was undone takes nothing more`() throws {
        var state = RegisterBatch()
        for fact in corpus { BatchStory.evolve(&state, fact.fact) }
        for fact in corpus {
            #expect(throws: RegisterRefusal.batchUndone) {
                try BatchStory.decide(state, fact.fact, ())
            }
        }
        #expect(throws: RegisterRefusal.noSuchBatch) {
            try BatchStory.decide(RegisterBatch(), .undone(ended: 0, left: 0), ())
        }
        #expect(throws: RegisterRefusal.nothingToBring) {
            try BatchStory.decide(RegisterBatch(), .begun(register: "a", rows: 0), ())
        }
    }
}
