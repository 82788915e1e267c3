import GRDB
import PledgedTesting
import Testing

@testable import PledgedViews

struct WriteBehindTests {
    private static func queue() throws -> DatabaseQueue {
        let queue = try DatabaseQueue()
        try queue.write { try $0.execute(sql: "CREATE TABLE numbers (number INTEGER NOT NULL UNIQUE) STRICT") }
        return queue
    }

    /// Twice as many statements as may wait at a time.
    @Test func `runs any number of statements in order`() throws {
        let count = 100_000
        let numbers = try Self.queue().writeWithoutTransaction { database in
            let behind = WriteBehind()
            let statement = try database.makeStatement(sql: "INSERT INTO numbers VALUES (?)")
            try database.beginTransaction()
            for number in 0..<count { try behind.add(statement, count - number) }
            try behind.wait()
            try database.commit()
            return try Int.fetchAll(database, sql: "SELECT number FROM numbers ORDER BY rowid")
        }
        #expect(numbers == (1...count).reversed())
    }

    @Test func `tells of a statement that cannot be run, and runs none after it`() throws {
        let numbers = try Self.queue().writeWithoutTransaction { database in
            let behind = WriteBehind()
            let statement = try database.makeStatement(sql: "INSERT INTO numbers VALUES (?)")
            try database.beginTransaction()
            for number in [1, 2, 1] { try behind.add(statement, number) }
            #expect(throws: DatabaseError.self) { try behind.wait() }
            try behind.add(statement, 3)
            #expect(throws: DatabaseError.self) { try behind.wait() }
            behind.abandon()
            try database.commit()
            return try Int.fetchAll(database, sql: "SELECT number FROM numbers ORDER BY rowid")
        }
        #expect(numbers == [1, 2])
    }
}
