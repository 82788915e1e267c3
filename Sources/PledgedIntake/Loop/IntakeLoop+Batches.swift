import Logging
import PledgedCore
import SystemPackage

extension IntakeLoop where Watch: ~Copyable {
    /// Reads what is complete and offers it to the admission, unless that has something in hand or needs a pause.
    func offerBatch() {
        guard batch == nil, !desk.isStopping, tracker.readyCount > 0 else { return }
        if let pause, now < pause.until { return }
        guard let folder = openFolder(), let fileSystem = drop?.fileSystem else { return }
        let members = readMembers(in: folder, on: fileSystem)
        guard !members.isEmpty else { return }
        batch = Batch(members: members, folder: folder)
        desk.offer(members.map(\.incoming))
    }

    private func readMembers(in folder: Folder, on fileSystem: FileSystem) -> [Batch.Member] {
        var members: [Batch.Member] = []
        var bytes: Int64 = 0
        while members.count < configuration.batchMax, bytes < configuration.batchBytesMax, let name = tracker.take() {
            board.tick()
            guard let incoming = read(name, in: folder, on: fileSystem) else { continue }
            members.append(Batch.Member(name: name, incoming: incoming))
            if case .bytes = incoming.content { bytes += incoming.file.size }
        }
        return members
    }

    private func read(_ name: EntryName, in folder: Folder, on fileSystem: FileSystem) -> IncomingFile? {
        switch reader.read(name, in: folder, on: fileSystem) {
        case .file(let incoming):
            if tracker.isKept(name, DropIdentity(incoming.file)) {
                tracker.release(name, .kept(DropIdentity(incoming.file)), at: now)
            } else if isOnlyBegun(incoming) {
                tracker.release(name, .stillWritten, at: now)
            } else {
                return incoming
            }
        case .gone, .folder: tracker.release(name, .gone, at: now)
        case .stillWritten: tracker.release(name, .stillWritten, at: now)
        case .failed(let sentence): putOff(name, sentence)
        }
        return nil
    }

    /// Some programs make a file and close it, and open it again to write.
    ///
    /// A time far ahead of ours tells nothing: the clock was set back, and waiting for it may take days.
    private func isOnlyBegun(_ incoming: IncomingFile) -> Bool {
        guard incoming.content == .bytes([]) else { return false }
        let (age, recent) = (clock.age(of: incoming.file.modified), tracker.settings.recent)
        return age < recent && age > .zero - recent
    }

    /// Takes the admission's reply to the batch in hand, where there is one.
    func finishBatch() {
        guard let batch, let reply = desk.takeReply() else { return }
        self.batch = nil
        switch reply {
        case .outcomes(let outcomes):
            if pause != nil { logger.notice("Intake resumed") }
            pause = nil
            for (member, outcome) in zip(batch.members, outcomes) {
                finish(member, outcome, in: batch.folder)
                board.tick()
            }
        case .failed(let sentence):
            for member in batch.members.reversed() { tracker.release(member.name, .untouched, at: now) }
            rest(sentence)
        }
    }

    private func rest(_ sentence: String) {
        let failures = (pause?.failures ?? 0) + 1
        if pause?.sentence != sentence { logger.error("Intake paused", metadata: ["reason": "\(sentence)"]) }
        counters.pauses += 1
        let wait = tracker.settings.backOff(after: failures)
        pause = IntakePause(sentence: sentence, failures: failures, until: now + wait)
    }

    private func putOff(_ name: EntryName, _ sentence: String) {
        counters.retries += 1
        tracker.release(name, .failed(sentence), at: now)
        // Said once, and shown in the status as long as it lasts.
        guard tracker.troubles[name]?.attempts == 1 else { return }
        logger.warning("File put off", metadata: ["file.name": "\(name)", "reason": "\(sentence)"])
    }
}

// MARK: Disposal

extension IntakeLoop where Watch: ~Copyable {
    private func finish(_ member: Batch.Member, _ outcome: Outcome, in folder: Folder) {
        if let outcomes {
            guard move(member, outcome, from: folder, to: outcomes) else { return }
        } else {
            tracker.release(member.name, .kept(DropIdentity(member.incoming.file)), at: now)
        }
        counters.outcomes[outcome.kind, default: 0] += 1
        logger.info(
            "File handled",
            metadata: [
                "file.name": "\(member.name)", "outcome": "\(outcome.kind.rawValue)",
                "article.id": "\(outcome.article.map(\.hexadecimal) ?? "-")", "reason": "\(outcome.sentence)",
            ]
        )
    }

    /// - Returns: False where the file stays, to be asked about and moved another time.
    private func move(
        _ member: Batch.Member,
        _ outcome: Outcome,
        from folder: Folder,
        to outcomes: OutcomeFolder
    ) -> Bool {
        let (name, file) = (member.name, member.incoming.file)
        do {
            switch try outcomes.dispose(name, of: file, outcome: outcome, from: folder, progress: board.tick) {
            case .moved(let newName):
                tracker.release(name, .moved, at: now)
                if outcome.kind == .rejected { explain(newName, outcome, in: outcomes) }
            case .gone: tracker.release(name, .gone, at: now)
            case .replaced: tracker.release(name, .stillWritten, at: now)
            case .putBack: tracker.release(name, .putBack, at: now)
            }
            return true
        } catch {
            putOff(name, "Cannot move '\(name)' to '\(outcomes.path)': \(error).")
            return false
        }
    }

    /// The reason is in the log in any case, so that a full disk costs no more than the note beside the file.
    private func explain(_ name: EntryName, _ outcome: Outcome, in outcomes: OutcomeFolder) {
        do {
            try outcomes.explain(name, outcome: outcome)
        } catch {
            logger.warning(
                "Reason not written",
                metadata: ["file.name": "\(name)", "folder.path": "\(outcomes.path)", "error": "\(error)"]
            )
        }
    }
}

extension DropIdentity {
    init(_ file: DroppedFile) { self.init(size: file.size, inode: file.inode, modified: file.modified) }
}
