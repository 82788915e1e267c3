internal import Crypto
internal import GRDB

/// SHA-256 over the rows of all tables, in a fixed order, read one by one.
///
/// A value is one letter for its type, its length where that varies, and its bytes; numbers are big-endian. Neither the
/// layout of the file's pages nor that of the search index counts, only what is in them.
struct ContentDigest {
    private var hash = SHA256()
    private var buffer: [UInt8] = []
    private static let bufferMax = 64 * 1024

    /// The digest of all views, as 64 hexadecimal digits.
    static func hexadecimal(of database: Database) throws -> String {
        var digest = ContentDigest()
        for table in Schema.tables { try digest.add(table.name, order: table.order, of: database) }
        return digest.finish()
    }

    private mutating func add(_ table: String, order: String, of database: Database) throws {
        add("T", bytes: table.utf8)
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM \(table) ORDER BY \(order)")
        while let row = try rows.next() {
            add("R", bytes: "".utf8)
            for value in row.databaseValues { add(value) }
        }
    }

    private mutating func add(_ value: DatabaseValue) {
        switch value.storage {
        case .null: buffer.append(UInt8(ascii: "n"))
        case .int64(let number): add("i", number: UInt64(bitPattern: number))
        case .double(let number): add("d", number: number.bitPattern)
        case .string(let text): add("s", bytes: text.utf8)
        case .blob(let bytes): add("b", bytes: bytes)
        }
        if buffer.count >= Self.bufferMax { flush() }
    }

    private mutating func add(_ type: Unicode.Scalar, number: UInt64) {
        buffer.append(UInt8(ascii: type))
        for shift in stride(from: 56, through: 0, by: -8) { buffer.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    private mutating func add(_ type: Unicode.Scalar, bytes: some Collection<UInt8>) {
        add(type, number: UInt64(bytes.count))
        buffer.append(contentsOf: bytes)
    }

    private mutating func flush() {
        hash.update(data: buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private mutating func finish() -> String {
        flush()
        let digits = Array("0123456789abcdef".utf8)
        let hexadecimal = hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: hexadecimal, as: UTF8.self)
    }
}
