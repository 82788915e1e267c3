// Appends to a log until it is killed or the log is full, for tests that do either.
//
//     pledged-log-writer FOLDER SEGMENT-BYTES FIRST-NUMBER PRODUCERS
//
// For each acknowledged append it writes a line "POSITION NUMBER": the entry's first position, and the number that the
// entry is about. A refused append ends it, with a line that is the error's code.
import PledgedCore
import PledgedLog
import SystemPackage

@Sendable func say(_ line: String) throws {
    // One call, so that lines of several producers do not mix.
    _ = try FileDescriptor.standardOutput.writeAll("\(line)\n".utf8)
}

func entry(_ number: Int) -> NewEntry {
    let file = DroppedFile(name: "\(number)", size: Int64(number), inode: 1, modified: 1)
    // Of different lengths, so that lines end everywhere in a page.
    let sentence = String(repeating: "word ", count: number * 37 % 400)
    let event = ArticleRejected(file: file, digest: nil, reason: .malformed, sentence: sentence)
    return NewEntry(article: nil, events: Array(repeating: .articleRejected(event), count: 1 + number % 3))
}

let arguments = CommandLine.arguments
guard arguments.count == 5, let segmentBytesMax = Int(arguments[2]), let first = Int(arguments[3]),
    let producers = Int(arguments[4])
else { preconditionFailure("pledged-log-writer FOLDER SEGMENT-BYTES FIRST-NUMBER PRODUCERS") }

var configuration = LogConfiguration()
configuration.segmentBytesMax = segmentBytesMax
let log = try await EventLog.open(
    folder: arguments[1],
    configuration: configuration,
    now: { Timestamp(microseconds: 1_700_000_000_000_000) }
)
try say("open")
do {
    try await withThrowingTaskGroup(of: Void.self) { group in
        for producer in 0..<producers {
            group.addTask {
                for number in stride(from: first + producer, to: .max, by: producers) {
                    let range = try await log.append([entry(number)])
                    try say("\(range[0].lowerBound.offset) \(number)")
                }
            }
        }
        try await group.waitForAll()
    }
} catch let error as LogError {
    try say(error.code.rawValue)
}
await log.close()
