import ArgumentParser

/// A part of the model that can be trained by itself.
enum Part: String, CaseIterable, ExpressibleByArgument {
    case clusters, tagger, lemmas, names, parser

    /// What the names of its sections begin with.
    var prefix: String { self == .clusters ? "words." : rawValue + "." }
}
