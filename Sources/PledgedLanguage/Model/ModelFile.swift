/// A trained model: named sections in one file that is mapped and never parsed.
///
///     0   8   "pledgeLM"
///     8   4   layout, little-endian like every number here
///     12  4   number of sections
///     16  8   length of the whole file in bytes
///     24  8   checksum of all that follows the first 64 bytes (``ModelChecksum``)
///     32  32  zero
///     64  64 a section: name in UTF-8, padded with zeros (48), offset in the file (8), length in bytes (8)
///     …       the sections, each on a multiple of 64 bytes, zeros between
public struct ModelFile: Sendable {
    /// One named part.
    public struct Section: Hashable, Sendable {
        public let name: String
        /// In bytes.
        public let count: Int
    }

    /// The layout that this program reads and writes.
    public static let layout: UInt32 = 1
    static let magic: [UInt8] = Array("pledgeLM".utf8)
    static let headerCount = 64
    static let entryCount = 64
    static let nameMax = 48
    static let sectionsMax = 256

    /// In the order of the file.
    public let sections: [Section]
    /// Of all bytes after the header, in 16 hexadecimal digits: what this model is.
    public let digest: String
    private let contents: [String: ModelBytes]

    /// Reads the table of sections and holds the whole file against its checksum.
    ///
    /// - Parameter bytes: the whole file.
    /// - Throws: ``ModelError`` when it is no model, of another layout, or damaged.
    public init(_ bytes: ModelBytes) throws(ModelError) { try self.init(bytes, isTrusted: false) }

    /// Takes the contents on trust, and leaves them untouched until they are needed.
    ///
    /// For bytes that came with the program and are as whole as the program is.
    ///
    /// - Throws: ``ModelError`` when header or table of sections do not hold together.
    init(trusting bytes: ModelBytes) throws(ModelError) { try self.init(bytes, isTrusted: true) }

    private init(_ bytes: ModelBytes, isTrusted: Bool) throws(ModelError) {
        guard bytes.count >= Self.headerCount,
            Self.magic.indices.allSatisfy({ bytes.load(at: $0, as: UInt8.self) == Self.magic[$0] })
        else { throw .foreign }
        let layout = UInt32(littleEndian: bytes.load(at: 8, as: UInt32.self))
        guard layout == Self.layout else { throw .unknownLayout(layout) }
        let length = UInt64(littleEndian: bytes.load(at: 16, as: UInt64.self))
        guard length == UInt64(bytes.count) else {
            throw .damaged("it should have \(length) bytes and has \(bytes.count)")
        }
        let checksum = UInt64(littleEndian: bytes.load(at: 24, as: UInt64.self))
        guard isTrusted || checksum == ModelChecksum.checksum(bytes[Self.headerCount..<bytes.count]) else {
            throw .damaged("its checksum does not fit its contents")
        }
        let count = Int(UInt32(littleEndian: bytes.load(at: 12, as: UInt32.self)))
        guard count <= Self.sectionsMax, Self.headerCount + count * Self.entryCount <= bytes.count else {
            throw .damaged("its table of sections is longer than the file")
        }
        var sections: [Section] = []
        var contents: [String: ModelBytes] = [:]
        for index in 0..<count {
            let (name, part) = try Self.section(index, of: bytes)
            sections.append(Section(name: name, count: part.count))
            contents[name] = part
        }
        self.sections = sections
        self.contents = contents
        let digits = String(checksum, radix: 16)
        digest = String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The bytes of a section.
    ///
    /// - Throws: ``ModelError/missingSection(_:)``.
    public func section(_ name: String) throws(ModelError) -> ModelBytes {
        guard let bytes = contents[name] else { throw .missingSection(name) }
        return bytes
    }

    /// What the model was trained on and how it scores, in lines for people; its trainer wrote them.
    ///
    /// - Throws: ``ModelError/missingSection(_:)``.
    public func provenance() throws(ModelError) -> String { try section(Self.provenanceSection).text }

    /// Where ``provenance()`` lies.
    public static let provenanceSection = "provenance"

    private static func section(_ index: Int, of bytes: ModelBytes) throws(ModelError) -> (String, ModelBytes) {
        let place = headerCount + index * entryCount
        var name: [UInt8] = []
        for offset in 0..<nameMax {
            let byte = bytes.load(at: place + offset, as: UInt8.self)
            if byte == 0 { break }
            name.append(byte)
        }
        let offset = UInt64(littleEndian: bytes.load(at: place + nameMax, as: UInt64.self))
        let count = UInt64(littleEndian: bytes.load(at: place + nameMax + 8, as: UInt64.self))
        let (end, overflow) = offset.addingReportingOverflow(count)
        guard !overflow, end <= UInt64(bytes.count), offset % 64 == 0 else {
            throw .damaged("section \(index) lies outside the file")
        }
        return (String(decoding: name, as: UTF8.self), bytes[Int(offset)..<Int(end)])
    }
}
