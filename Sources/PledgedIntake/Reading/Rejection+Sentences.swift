import PledgedCore

extension Rejection {
    static let symbolicLink = Rejection(
        reason: .symbolicLink,
        sentence: "It is a symbolic link, and what it leads to may change or be private. Drop the file itself."
    )

    static let otherFileSystem = Rejection(
        reason: .otherFileSystem,
        sentence: "It lies on another file system that is mounted over its name. Drop a copy of it."
    )

    static let unreadable = Rejection(
        reason: .unreadable,
        sentence: "The daemon's user may not read it. Let the group read it (chmod g+r), and drop it again."
    )

    static func notRegular(_ kind: String) -> Rejection {
        Rejection(reason: .notRegularFile, sentence: "It is \(kind) and not a file. Drop regular files only.")
    }

    static func tooLarge(size: Int64, sizeMax: Int64) -> Rejection {
        Rejection(
            reason: .tooLarge,
            sentence: "It has \(size) bytes, and at most \(sizeMax) are read. Split it, or raise the configured limit."
        )
    }
}
