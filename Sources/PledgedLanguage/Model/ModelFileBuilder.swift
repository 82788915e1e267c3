/// Lays sections out as a ``ModelFile``.
public struct ModelFileBuilder {
    private var sections: [(name: String, bytes: [UInt8])] = []

    public init() {}

    /// Adds a section; its name has 1 to 48 bytes of UTF-8 and is not in the file yet.
    public mutating func add(_ name: String, _ bytes: [UInt8]) {
        precondition((1...ModelFile.nameMax).contains(name.utf8.count) && !sections.contains { $0.name == name })
        precondition(sections.count < ModelFile.sectionsMax)
        sections.append((name, bytes))
    }

    /// The whole file.
    public func build() -> [UInt8] {
        var body: [UInt8] = []
        var offset = Self.aligned(ModelFile.headerCount + sections.count * ModelFile.entryCount)
        for section in sections {
            body += Array(section.name.utf8)
            body += [UInt8](repeating: 0, count: ModelFile.nameMax - section.name.utf8.count)
            body.append(number: UInt64(offset))
            body.append(number: UInt64(section.bytes.count))
            offset = Self.aligned(offset + section.bytes.count)
        }
        for section in sections {
            body.pad(to: Self.aligned(body.count + ModelFile.headerCount) - ModelFile.headerCount)
            body += section.bytes
        }
        body.pad(to: offset - ModelFile.headerCount)
        return header(of: body) + body
    }

    private func header(of body: [UInt8]) -> [UInt8] {
        var header = ModelFile.magic
        header.append(number: ModelFile.layout)
        header.append(number: UInt32(sections.count))
        header.append(number: UInt64(ModelFile.headerCount + body.count))
        header.append(number: ModelChecksum.checksum(ModelBytes(copying: body)))
        header.pad(to: ModelFile.headerCount)
        return header
    }

    private static func aligned(_ offset: Int) -> Int { (offset + 63) / 64 * 64 }
}

extension [UInt8] {
    /// Appends the little-endian bytes of `number`.
    public mutating func append(number: some FixedWidthInteger) {
        var rest = number
        for _ in 0..<(type(of: number).bitWidth / 8) {
            append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    /// Appends zeros until there are `count` bytes.
    mutating func pad(to count: Int) {
        append(contentsOf: repeatElement(0, count: Swift.max(0, count - self.count)))
    }
}
