import PledgedCore

/// Files in the admission's hands.
struct Batch {
    struct Member {
        let name: EntryName
        let incoming: IncomingFile
    }

    let members: [Member]
    /// The folder in which they were read, wherever it may lie by now.
    let folder: Folder
    let since = ContinuousClock.now
}
