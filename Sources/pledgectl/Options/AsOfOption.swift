import ArgumentParser
import PledgedAPI
import PledgedCore

/// At which moment of the past the answer is to be seen.
struct AsOfOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What was known then: after the event at a position of the log (41873), or at the end of a day or month "
                + "(2026-03-31, 2026-03). Digits alone are a position.",
            valueName: "moment"
        )
    ) var asOf: AsOf?

    var request: DetailRequest { DetailRequest(asOf: asOf) }
}
