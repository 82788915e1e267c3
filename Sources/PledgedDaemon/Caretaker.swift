internal import PledgedAPI
internal import PledgedCore
internal import PledgedIntake
internal import PledgedLog
internal import PledgedServer
internal import PledgedViews

/// Knows how every part of the daemon is, and holds log and views against each other when asked.
struct Caretaker: Maintenance {
    let started: Timestamp
    let configuration: DaemonConfiguration
    let log: EventLog
    let views: ViewStore
    let projection: ProjectionService
    let intake: IntakeService
    /// Nil without a key.
    let checkpoints: CheckpointService?
    /// Nil where the log is never scrubbed.
    let scrub: ScrubService?

    func rebuild() async throws -> RebuildReply {
        let clock = ContinuousClock()
        let start = clock.now
        try await views.rebuild(until: log.end, reading: log.read(from:countMax:))
        let digest = try views.digestWithPosition()
        return RebuildReply(
            position: digest.position.previous,
            events: Int(digest.position.offset),
            digest: digest.hexadecimal,
            microseconds: (clock.now - start).microseconds
        )
    }

    func verify() async throws -> VerifyReply {
        let clock = ContinuousClock()
        let start = clock.now
        let folder = configuration.logFolder
        let report = try LogVerifier.verify(folder: folder)
        // The views go on meanwhile: what they are now is held against the log up to the very same position.
        let digest = try views.digestWithPosition()
        let rebuilt = try await ViewStore.digestOfRebuild(
            inFolder: configuration.viewsFile.parentFolder,
            until: digest.position,
            reading: log.read(from:countMax:)
        )
        return VerifyReply(
            position: digest.position.previous,
            viewsDigest: digest.hexadecimal,
            rebuildDigest: rebuilt,
            logDamage: report.damage.map { "\($0)" } ?? report.checkpointFault,
            logEntries: report.entries,
            logEvents: Int(report.events),
            microseconds: (clock.now - start).microseconds
        )
    }

    func health() async -> Health {
        let applied = await projection.applied
        return Health(
            version: Daemon.version,
            started: started,
            logPosition: log.end.previous,
            viewsPosition: applied.previous,
            dropFolder: configuration.dropFolder,
            parts: [await logPart, await viewsPart, intakePart]
        )
    }

    private var logPart: Health.Part {
        get async {
            var figures = ["events": Int64(log.end.offset)]
            var (status, reasons) = (Health.Status.healthy, [String]())
            if let checkpoints {
                let (last, count) = await checkpoints.state
                figures["checkpoints"] = Int64(count)
                if let last { figures["checkpointedEvents"] = Int64(clamping: last.position.offset) }
                if let trouble = await checkpoints.trouble {
                    status = .degraded
                    reasons.append(trouble)
                }
            }
            if let (report, ended) = await scrub?.last {
                figures["scrubbedSegments"] = Int64(report.segments)
                figures["scrubbedBytes"] = Int64(clamping: report.bytes)
                figures["damagedSegments"] = Int64(report.damages.count)
                if let damage = report.damages.first {
                    status = .failed
                    reasons.append(
                        "Reading the sealed segments again, until \(ended), showed damage at \(damage) What is in memory "
                            + "is served, and new events are taken; the next start would be refused. 'pledgectl log "
                            + "repair' takes what is damaged from a copy."
                    )
                }
            }
            let reason = reasons.isEmpty ? nil : reasons.joined(separator: " ")
            return Health.Part("log", status, reason: reason, figures: figures)
        }
    }

    private var viewsPart: Health.Part {
        get async {
            var reasons = [await projection.trouble].compactMap { $0 }
            let lag = log.end.offset - min(log.end.offset, await projection.applied.offset)
            var figures = ["lagEvents": Int64(lag)]
            do {
                let count = try views.quarantinedCount()
                figures["quarantinedEvents"] = Int64(count)
                if count > 0 { reasons.append(Self.sentence(count, try views.quarantined(countMax: 3))) }
            } catch {
                reasons.append(error.message)
            }
            let reason = reasons.isEmpty ? nil : reasons.joined(separator: " ")
            return Health.Part("views", reason == nil ? .healthy : .degraded, reason: reason, figures: figures)
        }
    }

    private static func sentence(_ count: Int, _ first: [QuarantinedEvent]) -> String {
        let events = count == 1 ? "1 event that cannot be applied is" : "\(count) events that cannot be applied are"
        let more = count > first.count ? " And \(count - first.count) more." : ""
        return "\(events) in quarantine, and the views go on without: "
            + first.map(\.reason).joined(separator: " ") + more
            + " 'pledgectl views retry' tries again, best with a newer version of the program."
    }

    private var intakePart: Health.Part {
        let status = intake.status
        let figures: [String: Int64] = [
            "settlingFiles": Int64(status.settling),
            "readyFiles": Int64(status.ready),
            "inHandFiles": Int64(status.inHand),
            "retryingFiles": Int64(status.retryingCount),
            "skippedFiles": Int64(status.counters.skipped.values.reduce(0, +)),
            "rescans": Int64(status.counters.rescans),
            "overflows": Int64(status.counters.overflows),
            "foundByRescan": Int64(status.counters.foundByRescan),
        ]
        let (health, reason): (Health.Status, String?) =
            switch status.state {
            case .watching where status.retryingCount > 0:
                (.degraded, status.retrying.first.map { "\($0.name): \($0.sentence)" })
            case .watching: (.healthy, nil)
            case .starting: (.degraded, "starting: the files that lie there are being listed")
            case .degraded(let sentence): (.degraded, "degraded: \(sentence)")
            case .paused(let sentence): (.degraded, "paused: \(sentence)")
            case .stopped: (.failed, "stopped")
            }
        return Health.Part("intake", health, reason: reason, figures: figures)
    }

    /// A round of looking at every part, for systemd.
    func progress(server: ServerService) async -> SystemdNotifier.Progress {
        let status = intake.status
        let applied = await projection.applied
        var stuck = status.stuckParts(at: .now)
        if await projection.isStuck { stuck.append("views") }
        do {
            // A loop that hangs keeps this round from ending, and the watchdog from being answered.
            try await server.heartbeat()
        } catch {
            stuck.append("server")
        }
        let isReady = status.state != .starting && applied >= log.end
        let line = "\(log.end.offset) events, views \(log.end.offset - min(applied.offset, log.end.offset)) behind, "
        return SystemdNotifier.Progress(
            isReady: isReady,
            stuck: stuck,
            status: line + "\(status.settling + status.ready + status.inHand) files in hand, \(status.state)"
        )
    }
}

extension LogPosition {
    /// The position of the last event before this one; nil at the start.
    var previous: LogPosition? { offset == 0 ? nil : LogPosition(offset: offset - 1) }
}

extension Duration {
    var microseconds: Int64 { Int64(self / .microseconds(1)) }
}

extension String {
    /// Of an absolute path.
    fileprivate var parentFolder: String {
        let folder = self[..<(lastIndex(of: "/") ?? startIndex)]
        return folder.isEmpty ? "/" : String(folder)
    }
}
