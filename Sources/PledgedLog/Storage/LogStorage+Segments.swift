import SystemPackage

extension LogStorage {
    func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// Opens a segment and says how long it is, without the room at its end.
    func open(_ name: SegmentName, for purpose: OpenPurpose) throws(LogError) -> (any LogFile, UInt64) {
        try reading(path(name.file)) { () throws(Errno) in
            let file = try open(name.file, for: purpose)
            return (file, try file.contentLength())
        }
    }
}

/// Names the file in the error.
func reading<Result>(_ path: String, _ body: () throws(Errno) -> Result) throws(LogError) -> Result {
    do {
        return try body()
    } catch {
        throw LogError(code: .unreadable, message: "Cannot read '\(path)': \(error).", errno: error.rawValue)
    }
}
