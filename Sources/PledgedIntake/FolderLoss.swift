/// Why the drop folder can no longer be watched.
enum FolderLoss: Error, Hashable, Sendable {
    case missing
    case deleted
    case moved
    case unmounted
    /// The kernel took the watch away.
    case unwatched
    /// The path leads to another folder than before.
    case replaced
    /// It cannot be opened, listed or watched; the text says what failed with what.
    case failed(String)

    /// A sentence for people about the folder at `path`.
    func sentence(path: String) -> String {
        switch self {
        case .missing: "There is no folder '\(path)'. Make it; the intake begins by itself."
        case .deleted: "The drop folder '\(path)' was deleted. Make it again; the intake goes on by itself."
        case .moved: "The drop folder '\(path)' was moved away. Move it back; the intake goes on by itself."
        case .unmounted: "The drop folder '\(path)' was unmounted. Mount it again; the intake goes on by itself."
        case .unwatched: "The kernel stopped watching the drop folder '\(path)'. The intake tries again by itself."
        case .replaced: "The path '\(path)' leads to another folder than before. The intake turns to that one."
        case .failed(let cause):
            "The drop folder '\(path)' cannot be watched: \(cause). The intake tries again by itself."
        }
    }
}
