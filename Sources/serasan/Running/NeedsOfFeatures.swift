import Blueprints

/// What the features of this program read from registers.
///
/// A feature that reads a register stands here with what it reads: `check`, `publish` and an
/// upgrade then refuse whatever would take it away.
enum NeedsOfFeatures {
    static let all: [RegisterNeed] = []
}
