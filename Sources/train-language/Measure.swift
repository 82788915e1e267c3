import ArgumentParser
import Foundation
import PledgedLanguage

struct Measure: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Time each step of the chain on a text, on one core, and count the memory that it takes.",
        discussion: """
            The model is the one in the program. Each step's best run counts, in the time of the thread. Memory is what \
            the process has for itself, without what it maps from files, such as the model.
            """
    )

    @Argument(help: "A text in UTF-8.") var file: String
    @Option(help: "How often to go through the text.") var runs = 5

    func run() throws {
        let start = Clock.now
        let model = try English.model()
        let steps = try English.steps(model)
        var first = Document(text: "Japan will train 500 engineers by 2030.")
        for step in steps { step.annotate(&first) }
        print("first sentence after \((Clock.now - start) / 1_000) µs, with \(try Memory.ownKilobytes()) kB of memory")

        let text = try String(contentsOfFile: file, encoding: .utf8)
        var best = [Int](repeating: .max, count: steps.count)
        var tokens = 0
        for _ in 0..<max(runs, 1) {
            var document = Document(text: text)
            for (index, step) in steps.enumerated() {
                let start = Clock.now
                step.annotate(&document)
                best[index] = min(best[index], Clock.now - start)
            }
            tokens = document.tokens.count
        }
        guard tokens > 0 else { throw ValidationError("'\(file)' has no word.") }
        for (step, time) in zip(steps, best) { print("\(step.provides.rawValue) \(time / tokens) ns a token") }
        let words = text.split(whereSeparator: \.isWhitespace).count
        let seconds = Double(best.reduce(0, +)) / 1e9
        print("\(tokens) tokens: \(Int(Double(tokens) / seconds)) a second")
        print("\(words) words: \(Int(Double(words) / seconds)) a second")
        print("in the end \(try Memory.ownKilobytes()) kB of memory")
    }
}

/// The time that the thread has had a processor.
private enum Clock {
    /// In nanoseconds.
    static var now: Int {
        var time = timespec()
        precondition(unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}

private enum Memory {
    /// Memory of the process that no file stands behind (`RssAnon`).
    static func ownKilobytes() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") }
        guard let number = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) }) else {
            throw ValidationError("This system does not tell how much memory a process has.")
        }
        return number
    }
}
