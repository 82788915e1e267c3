import Logging
import PledgedCore
import SystemPackage

extension IntakeLoop where Watch: ~Copyable {
    /// Watches the folder, and only then wants it looked through: what comes in between is met twice, and never missed.
    func arm() {
        do throws(FolderLoss) {
            let (found, folder) = try DropFolder.find(path: configuration.dropFolder)
            do {
                try watch.arm(folder, at: found.realPath)
            } catch {
                throw .failed("\(error)")
            }
            if let loss = found.loss(at: configuration.dropFolder) { throw loss }
            (drop, loss) = (found, nil)
            tracker.arm(isRemote: found.fileSystem.isRemote)
            logger.notice(
                "Drop folder watched",
                metadata: ["folder.path": "\(found.realPath)", "folder.file-system": "\(found.fileSystem.name)"]
            )
        } catch {
            watch.disarm()
            report(error)
        }
    }

    /// The folder to work in, or nil where there is none, which is found out here at times.
    func openFolder() -> Folder? {
        guard folder == nil, let drop else { return folder }
        do {
            folder = try drop.open()
        } catch {
            lose(error)
        }
        return folder
    }

    func lose(_ loss: FolderLoss) {
        guard drop != nil else { return }
        counters.lostFolder += 1
        (drop, folder) = (nil, nil)
        watch.disarm()
        tracker.note(.lost(loss), at: now)
        report(loss)
    }

    private func report(_ loss: FolderLoss) {
        // Once is enough while it stays as it is.
        guard self.loss != loss else { return }
        self.loss = loss
        logger.error("Drop folder lost", metadata: ["reason": "\(loss.sentence(path: configuration.dropFolder))"])
    }

    /// Takes in what was announced, up to a bound, so that other work gets its turn.
    func drainEvents() throws(IntakeError) {
        for _ in 0..<Self.eventsMax {
            guard let event = try watch.next() else { return }
            switch event {
            case .lost(let loss): lose(loss)
            case .created(let name): tracker.note(event, glimpse: openFolder()?.glimpse(name, by: clock), at: now)
            case .overflowed:
                logger.warning("Kernel lost events; looking through the drop folder")
                tracker.note(event, at: now)
            default: tracker.note(event, at: now)
            }
        }
    }

    private static var eventsMax: Int { 65_536 }

    func lookIfDue() throws(IntakeError) {
        guard let cause = tracker.lookDue(at: now), let folder = openFolder() else { return }
        tracker.beginLook(cause, at: now)
        counters.rescans += 1
        do {
            try folder.forEachName { name in
                if let glimpse = folder.glimpse(name, by: clock) { tracker.meet(name, glimpse, at: now) }
                board.tick()
                return true
            }
        } catch {
            return failLook(error)
        }
        // What was met and announced as well is not news.
        try drainEvents()
        guard self.drop != nil else { return }
        tracker.endLook(at: now)
        hasLooked = true
        logger.debug("Drop folder looked through", metadata: ["cause": "\(cause.rawValue)"])
    }

    private func failLook(_ failure: Errno) {
        switch failure {
        case .tooManyOpenFiles, .tooManyOpenFilesInSystem, .noMemory, .interrupted:
            logger.warning("Drop folder not looked through", metadata: ["error": "\(failure)"])
            tracker.failLook(at: now)
        default: lose(.failed("\(failure)"))
        }
    }
}
