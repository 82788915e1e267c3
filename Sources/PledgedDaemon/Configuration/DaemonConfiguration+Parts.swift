internal import PledgedIntake
internal import PledgedLog
internal import PledgedServer

// Each part's own view of the configuration.
extension DaemonConfiguration {
    var intake: IntakeConfiguration {
        IntakeConfiguration(
            dropFolder: dropFolder,
            outcomeFolder: outcomesFolder,
            after: keepsFiles ? .keep : .move,
            settle: settle,
            rescan: rescan,
            sizeMax: Int64(sizeMax),
            batchMax: batchMax,
            skippedSuffixes: skippedEndings
        )
    }

    var log: LogConfiguration {
        var log = LogConfiguration()
        log.segmentBytesMax = segmentBytes
        return log
    }

    var server: ServerConfiguration {
        var server = ServerConfiguration()
        server.keepAlive = keepAlive
        server.stallMax = stalled
        server.connectionsMax = connectionsMax
        return server
    }

    /// What `--check` prints.
    public var summary: String {
        """
        drop folder   \(dropFolder), files are \(keepsFiles ? "kept there" : "moved") afterwards
        outcomes      \(outcomesFolder)
        rules         \(rulesFolder ?? "the built-in ones alone")
        log           \(logFolder)
        views         \(viewsFile)
        socket        \(socketPath)\(socketGroup.map { ", group \($0)" } ?? "")
        admin socket  \(adminSocketPath)
        """
    }
}
