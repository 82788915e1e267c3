extension ArrivalTracker {
    /// Takes in what the kernel announced.
    ///
    /// `created` comes with what the entry is by now, which is nil where it is gone again.
    mutating func note(_ event: FolderEvent, glimpse: Glimpse? = nil, at now: Moment) {
        switch event {
        case .created(let name): noteCreated(name, glimpse, at: now)
        case .movedIn(let name):
            guard !skips(name, counting: true) else { return }
            // A rename is atomic: the file is whole. But our own putting back is nobody's word for that.
            if putBack.remove(name) != nil { return settle(name, at: now) }
            makeReady(name, at: now)
        case .modified(let name):
            guard !skips(name) else { return }
            enter(.writing, name, at: now)
        case .closed(let name):
            guard !skips(name) else { return }
            settle(name, at: now)
        case .attributesChanged(let name):
            guard !skips(name) else { return }
            noteAttributes(name, at: now)
        case .gone(let name):
            forget(name)
            kept[name] = nil
            if !inHand.contains(name) { troubles[name] = nil }
        case .folderAppeared(let name):
            guard !skips(name, counting: true) else { return }
            skipped[.folder, default: 0] += 1
        case .overflowed: noteOverflow(at: now)
        case .lost: loseFolder()
        }
    }

    /// The folder is there and watched; from now on it may be looked through.
    mutating func arm(isRemote: Bool) {
        schedule.open(poll: isRemote ? settings.poll : nil)
    }

    /// A name under which nothing is announced, but no more than that, is all that a link or a finished file leaves.
    private mutating func noteCreated(_ name: EntryName, _ glimpse: Glimpse?, at now: Moment) {
        guard !skips(name, counting: true), let glimpse else { return }
        switch glimpse.kind {
        case .folder: skipped[.folder, default: 0] += 1
        case .other: makeReady(name, at: now)
        // A second name of a file: it was finished elsewhere.
        case .file where glimpse.links > 1: makeReady(name, at: now)
        // An unnamed file that was given its name once it was whole is never announced as closed; one that is being
        // copied may look the same by now, and its writes and its close are still to be announced.
        case .file where glimpse.identity.size > 0: settle(name, at: now)
        case .file: enter(.writing, name, at: now)
        }
    }

    /// Copy programs set owner, mode and times last, and a file's mode alone can make it readable.
    private mutating func noteAttributes(_ name: EntryName, at now: Moment) {
        switch tracked[name]?.phase {
        case .ready: break
        case .writing: tracked[name]?.touched = now
        case .settling, .found, .retrying, nil: settle(name, at: now)
        }
    }

    private mutating func settle(_ name: EntryName, at now: Moment) {
        enter(.settling(until: now + settings.settle), name, at: now)
    }

    private mutating func noteOverflow(at now: Moment) {
        overflows += 1
        putBack = []
        schedule.ask(.overflow)
        // The close may be among what was lost. A live writer's next write leads back to writing.
        for (name, file) in tracked where file.phase == .writing {
            enter(.settling(until: now + settings.recent), name, at: now)
        }
    }

    private mutating func loseFolder() {
        schedule.close()
        tracked = [:]
        (deadlines, turns) = (Agenda(), Agenda())
        (readyCount, retryingCount) = (0, 0)
        putBack = []
        look.met = []
        troubles = troubles.filter { inHand.contains($0.key) }
    }

    func skips(_ name: EntryName) -> Bool { settings.skip.reason(for: name) != nil }

    mutating func skips(_ name: EntryName, counting: Bool) -> Bool {
        guard let reason = settings.skip.reason(for: name) else { return false }
        if counting { skipped[reason, default: 0] += 1 }
        return true
    }
}
