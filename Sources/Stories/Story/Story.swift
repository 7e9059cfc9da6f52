/// Whatever has a history: a case, a publication, a post, a letter.
///
/// Both functions are pure. Time, identifiers, randomness and everything that was read elsewhere
/// arrive in the command or in `Known`, so a story can be told again from its facts alone.
package protocol Story: Sendable {
    associatedtype State: Sendable
    associatedtype Command: Sendable
    associatedtype Fact: FactShape
    associatedtype Known: Sendable
    associatedtype No: Refusal

    /// The kind of stream in which this story's facts stand.
    static var kind: StreamKind { get }

    /// The state before the first fact.
    static var beginning: State { get }

    /// Takes in one fact. It cannot fail: what happened, happened.
    ///
    /// It reads no blueprint: facts carry their outcomes.
    static func evolve(_ state: inout State, _ fact: Fact)

    /// Decides what a command leads to, or why it is refused.
    static func decide(
        _ state: State,
        _ command: Command,
        _ known: Known
    ) throws(No) -> Decision<Fact>
}

extension Story {
    /// The state that a history leads to.
    package static func state(after facts: some Sequence<Fact>) -> State {
        facts.reduce(into: beginning) { evolve(&$0, $1) }
    }
}

/// What a command leads to: facts, the personal content they commit to, what must be unique or
/// counted in the same transaction, and what has to happen in the world afterwards.
package struct Decision<Fact: Sendable>: Sendable {
    package var facts: [Fact]
    package var sealed: [Payload]
    package var claims: [Claim]
    package var effects: [Effect]

    package init(
        _ facts: [Fact] = [],
        sealed: [Payload] = [],
        claims: [Claim] = [],
        effects: [Effect] = []
    ) {
        self.facts = facts
        self.sealed = sealed
        self.claims = claims
        self.effects = effects
    }
}
