@testable import PledgedIntake

/// A drop folder in miniature, with the kernel's queue of announcements, for a tracker to be held against.
struct ModelFolder {
    struct File {
        /// Tells one drop from another.
        var version: Int
        var size: Int64
        var changed: Moment
        var links: UInt64 = 1
        /// Somebody has it open for writing.
        var isOpen = false
        /// False where the tracker can't know of the writer, as an announcement was lost.
        var isWriterAnnounced = true
    }

    private(set) var files: [EntryName: File] = [:]
    private(set) var now = Moment.start
    private var queue: [FolderEvent] = []
    private let queueMax: Int
    private var versions = 0

    init(queueMax: Int) { self.queueMax = queueMax }

    mutating func pass(_ duration: Duration) { now = now + duration }

    /// Takes all announcements off the queue.
    mutating func drain() -> [FolderEvent] {
        defer { queue = [] }
        return queue
    }

    func glimpse(_ name: EntryName) -> Glimpse? {
        files[name].map { file in
            Glimpse(kind: .file, links: file.links, identity: identity(of: file), age: now - file.changed)
        }
    }

    func identity(of file: File) -> DropIdentity {
        let (seconds, rest) = file.changed.sinceStart.components
        let modified = seconds * 1_000_000_000 + rest / 1_000_000_000
        return DropIdentity(size: file.size, inode: UInt64(file.version), modified: modified)
    }

    private mutating func announce(_ event: FolderEvent) {
        guard queue.last != .overflowed else { return loseTrack() }
        guard queue.count < queueMax else {
            queue.append(.overflowed)
            return loseTrack()
        }
        queue.append(event)
    }

    private mutating func loseTrack() {
        for name in files.keys { files[name]?.isWriterAnnounced = false }
    }
}

// MARK: What people and programs do

extension ModelFolder {
    mutating func create(_ name: EntryName) {
        guard files[name] == nil else { return }
        versions += 1
        files[name] = File(version: versions, size: 0, changed: now, isOpen: true)
        announce(.created(name))
    }

    mutating func write(_ name: EntryName) {
        guard var file = files[name], file.links == 1 else { return }
        (file.isOpen, file.changed) = (true, now)
        file.size += 1
        files[name] = file
        announce(.modified(name))
    }

    mutating func close(_ name: EntryName) {
        guard files[name]?.isOpen == true else { return }
        files[name]?.isOpen = false
        announce(.closed(name))
    }

    mutating func moveIn(_ name: EntryName) {
        versions += 1
        files[name] = File(version: versions, size: 7, changed: now)
        announce(.movedIn(name))
    }

    mutating func linkIn(_ name: EntryName) {
        guard files[name] == nil else { return }
        versions += 1
        files[name] = File(version: versions, size: 7, changed: now, links: 2)
        announce(.created(name))
    }

    mutating func remove(_ name: EntryName) {
        guard files.removeValue(forKey: name) != nil else { return }
        announce(.gone(name))
    }
}
