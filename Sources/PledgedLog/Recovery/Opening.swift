import PledgedCore
import SystemPackage

/// Finds the true end of a log, and checks what lies before it.
///
/// The last segment is always checked from its first line to its last, and a torn end cut off. Sealed segments are
/// checked newest first, up to ``LogConfiguration/checkBytesMax`` bytes. Of older ones only the last line is read, which
/// must lead to the next segment; their chain is checked when they are first read from.
struct Opening {
    private(set) var segments: [Segment] = []
    private(set) var recovery: Recovery
    private(set) var writer: SegmentWriter

    /// Of the last segment.
    private(set) var length: UInt64
    var chain: HashChain { writer.chain }

    init(_ storage: any LogStorage, configuration: LogConfiguration, redactions: Redactions) throws(LogError) {
        let start = ContinuousClock.now
        var check = OpeningCheck(storage, configuration: configuration, redactions: redactions)
        let last = try check.run()
        segments = check.segments
        length = last.length
        writer = SegmentWriter(
            storage,
            file: last.file,
            name: last.name,
            length: last.length,
            chain: last.chain,
            segmentBytesMax: configuration.segmentBytesMax,
            allocationBytes: configuration.allocationBytes
        )
        recovery = Recovery(
            end: last.chain.position,
            segments: check.segments.count,
            bytes: check.bytes,
            bytesChecked: check.bytesChecked,
            entriesChecked: check.entriesChecked,
            torn: last.torn,
            duration: ContinuousClock.now - start
        )
    }
}
