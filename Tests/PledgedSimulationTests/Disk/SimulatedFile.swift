/// A file as programs see it, through the system's cache, and as it lies on the medium.
///
///     cache   [ read and written here                        ]
///     dirty       ▒▒▒▒▒▒  sectors that the system still means to write
///     medium  [ what a power loss leaves         ]
///
/// A sync that fails leaves nothing dirty, as on Linux: from then on the cache shows what the medium does not have.
struct SimulatedFile: Sendable {
    static let sectorSize = 512

    private(set) var cache: [UInt8] = []
    private(set) var medium: [UInt8] = []
    /// The length that the medium knows; sectors behind it may have been written already.
    private var mediumLength = 0
    private var dirty: Set<Int> = []
    /// Whether the folder was synced since the file was made.
    var isNamed = false

    mutating func write(_ bytes: ArraySlice<UInt8>, at offset: Int) {
        if bytes.isEmpty { return }
        let end = offset + bytes.count
        let first = min(offset, cache.count)
        if cache.count < end { cache += [UInt8](repeating: 0, count: end - cache.count) }
        cache.replaceSubrange(offset..<end, with: bytes)
        dirty.formUnion(first / Self.sectorSize...(end - 1) / Self.sectorSize)
    }

    /// The length is the file system's, whose own log keeps it or not.
    mutating func truncate(to length: Int) {
        guard length < cache.count else { return }
        cache.removeLast(cache.count - length)
        let sectors = (length + Self.sectorSize - 1) / Self.sectorSize
        dirty = dirty.filter { $0 < sectors }
    }

    /// Zeros that need not be written: only the length is new.
    mutating func allocate(to length: Int) {
        if cache.count < length { cache += [UInt8](repeating: 0, count: length - cache.count) }
    }

    mutating func sync() {
        for sector in dirty { put(sector) }
        medium = Array(medium.prefix(cache.count))
        medium += [UInt8](repeating: 0, count: cache.count - medium.count)
        mediumLength = cache.count
        dirty = []
    }

    /// Some sectors reach the medium; of the others the system forgets that they have not.
    mutating func failSync(_ random: inout some RandomNumberGenerator) {
        for sector in dirty.sorted() where Bool.random(using: &random) { put(sector) }
        dirty = []
    }

    private mutating func put(_ sector: Int) {
        let range = sector * Self.sectorSize..<min((sector + 1) * Self.sectorSize, cache.count)
        guard !range.isEmpty else { return }
        if medium.count < range.upperBound {
            medium += [UInt8](repeating: 0, count: range.upperBound - medium.count)
        }
        medium.replaceSubrange(range, with: cache[range])
    }

    /// What a power loss leaves: any dirty sectors, in units of 512 or 4096 bytes, and any length in between.
    func afterPowerLoss(_ random: inout some RandomNumberGenerator) -> SimulatedFile {
        var file = self
        let unit = Bool.random(using: &random) ? 1 : 8
        let percent = [0, 50, 100].randomElement(using: &random) ?? 50
        for block in Set(dirty.map { $0 / unit }).sorted() where Int.random(in: 0..<100, using: &random) < percent {
            for sector in dirty where sector / unit == block { file.put(sector) }
        }
        let (short, long) = (min(mediumLength, cache.count), max(mediumLength, cache.count))
        let length =
            [mediumLength, cache.count, Int.random(in: short...long, using: &random)]
            .randomElement(using: &random) ?? mediumLength
        file.cache = Array(file.medium.prefix(length))
        file.cache += [UInt8](repeating: 0, count: length - file.cache.count)
        (file.medium, file.mediumLength, file.dirty, file.isNamed) = (file.cache, length, [], true)
        return file
    }
}
