internal import PledgedAPI

extension DaemonConfiguration {
    /// The keys whose values differ from those of `other`, in the order of ``ConfigurationKey/all``.
    func keys(changedFrom other: DaemonConfiguration) -> [ConfigurationKey] {
        Self.comparisons.filter { !$0.isSame(self, other) }.map(\.key)
    }

    private struct Comparison {
        let key: ConfigurationKey
        let isSame: @Sendable (DaemonConfiguration, DaemonConfiguration) -> Bool

        init(_ key: ConfigurationKey, _ isSame: @escaping @Sendable (DaemonConfiguration, DaemonConfiguration) -> Bool)
        {
            self.key = key
            self.isSame = isSame
        }
    }

    private static let comparisons = [
        Comparison(.dropFolder) { $0.dropFolder == $1.dropFolder },
        Comparison(.dropOutcomes) { $0.outcomesFolder == $1.outcomesFolder },
        Comparison(.dropAfter) { $0.keepsFiles == $1.keepsFiles },
        Comparison(.dropSettle) { $0.settle == $1.settle },
        Comparison(.dropRescan) { $0.rescan == $1.rescan },
        Comparison(.dropSizeMax) { $0.sizeMax == $1.sizeMax },
        Comparison(.dropBatchMax) { $0.batchMax == $1.batchMax },
        Comparison(.dropSkip) { $0.skippedEndings == $1.skippedEndings },
        Comparison(.readerRules) { $0.rulesFolder == $1.rulesFolder },
        Comparison(.logFolder) { $0.logFolder == $1.logFolder },
        Comparison(.logSegment) { $0.segmentBytes == $1.segmentBytes },
        Comparison(.logKey) { $0.logKeyFile == $1.logKeyFile },
        Comparison(.logCheckpoint) { $0.checkpointInterval == $1.checkpointInterval },
        Comparison(.logScrub) { $0.scrubInterval == $1.scrubInterval },
        Comparison(.logScrubRate) { $0.scrubBytesPerSecond == $1.scrubBytesPerSecond },
        Comparison(.viewsFile) { $0.viewsFile == $1.viewsFile },
        Comparison(.socketPath) { $0.socketPath == $1.socketPath },
        Comparison(.socketGroup) { $0.socketGroup == $1.socketGroup },
        Comparison(.socketAdmin) { $0.explicitAdminSocketPath == $1.explicitAdminSocketPath },
        Comparison(.socketKeepAlive) { $0.keepAlive == $1.keepAlive },
        Comparison(.socketStalled) { $0.stalled == $1.stalled },
        Comparison(.socketConnectionsMax) { $0.connectionsMax == $1.connectionsMax },
        Comparison(.loggingLevel) { $0.loggingLevel == $1.loggingLevel },
    ]

    /// Nil where the admin socket just follows the readers' socket.
    private var explicitAdminSocketPath: String? {
        adminSocketPath == AdminSocketPath.beside(socketPath) ? nil : adminSocketPath
    }
}
