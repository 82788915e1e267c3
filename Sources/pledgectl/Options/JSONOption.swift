import ArgumentParser

/// For programs or for people.
struct JSONOption: ParsableArguments {
    @Flag(help: "Print the daemon's JSON, as one document, instead of text for people.") var json = false
}
