/// What a look at an entry told, without opening it.
struct Glimpse: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case file, folder
        /// A link, a FIFO, a socket, a device: nobody will write it to its end.
        case other
    }

    var kind: Kind
    var links: UInt64
    var identity: DropIdentity
    /// How long ago its content changed; negative where its time lies ahead.
    var age: Duration
}

/// What tells one drop of a name from another.
struct DropIdentity: Hashable, Sendable {
    /// In bytes.
    var size: Int64
    var inode: UInt64
    /// In nanoseconds after 1970-01-01T00:00:00Z.
    var modified: Int64
}
