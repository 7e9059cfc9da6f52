package import Blueprints
import Cases
import Stories

extension ExampleRunner {
    /// What a case comes to that was just tried, for an example to expect from then on.
    ///
    /// - Returns: the expectation, or the sentences that say why the case could not be played.
    package func outcome(
        of example: Example,
        in blueprint: Blueprint
    ) -> (expected: ExampleExpectation?, complaints: [String]) {
        do throws(ExampleComplaint) {
            let (trial, held) = try play(example, of: blueprint)
            guard let trial else { return (ExampleExpectation(refused: held), []) }
            return (ExampleComparison(trial: trial, place: { _ in nil }).found, [])
        } catch {
            return (nil, [error.sentence])
        }
    }
}

extension ExampleComparison {
    /// Where the case stands, as an example would say it.
    var found: ExampleExpectation {
        let state = trial.state
        let isEnded = state.phase == .ended
        return ExampleExpectation(
            ending: isEnded ? state.end.map { ID($0.ending.text) } : nil,
            step: isEnded ? nil : state.place.map { ID($0.step.text) },
            stage: state.publicStage,
            due: state.due(trial.calendars)?.day.description,
            fee: state.subject.map(\.fee)
        )
    }
}
