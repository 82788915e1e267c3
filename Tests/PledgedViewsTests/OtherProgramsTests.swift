import Foundation
import GRDB
import PledgedCore
import PledgedTesting
import PledgedViews
import Testing

/// `views.sqlite` in the hands of other programs, while it is written.
struct OtherProgramsTests {
    private func store() throws -> TestStore {
        var store = try TestStore()
        for number in 1...3 {
            store.log.receive(
                SampleEvents.article(number, date: "2024-07-0\(number)"),
                actors: [
                    SampleEvents.actor(1, .country, "Vietnam"),
                    SampleEvents.actor(2, .person, "Nguyễn Chí Dũng", role: "Minister of Planning", affiliation: 1),
                ],
                pledges: [SampleEvents.pledge(deadline: .year(2020), said: "2024-07-0\(number)")],
                happenings: [SampleEvents.happening(.year(2024), actors: [1, 2])]
            )
        }
        try store.catchUp()
        return store
    }

    private func sqlite3(_ store: TestStore, _ sql: String) throws -> String {
        try run("/usr/bin/sqlite3", ["-readonly", store.views.path, sql])
    }

    private func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
    }

    @Test(arguments: [
        ("SELECT bound, tellings, status FROM pledge_list", "Vietnam|3|overdue"),
        ("SELECT count(*) FROM overdue_pledges", "1"),
        ("SELECT count(*), count(DISTINCT pledge) FROM telling_list", "3|1"),
        (
            "SELECT name, role, first_seen, last_seen, articles FROM actor_roles",
            "Nguyễn Chí Dũng|Minister of Planning|2024-07-01|2024-07-03|3"
        ),
        ("SELECT DISTINCT actors FROM timeline_list", "Nguyễn Chí Dũng; Vietnam"),
        ("SELECT name, role FROM actor_pledges", "Vietnam|by"),
        ("SELECT name FROM actor_names WHERE actor = 1", "Vietnam"),
        (
            "SELECT p.id FROM telling_search s JOIN tellings t ON t.position = s.rowid JOIN pledges p ON p.id = t.pledge "
                + "WHERE telling_search MATCH 'engineers' GROUP BY p.id", "3"
        ),
    ])
    func `sqlite3 answers by the views for common questions`(sql: String, answer: String) throws {
        #expect(try sqlite3(store(), sql) == answer)
    }

    @Test func `sqlite3 reads while the views are written, and sees whole transactions`() async throws {
        var store = try store()
        let check =
            "SELECT (SELECT sum(tellings) FROM pledges) - (SELECT count(*) FROM tellings WHERE pledge IS NOT NULL)"
        for number in 4...23 {
            store.log.receive(
                SampleEvents.article(number),
                actors: [SampleEvents.actor(1, .country, "Vietnam")],
                pledges: [
                    SampleEvents.pledge(), SampleEvents.pledge(quote: "will build port \(number)", quantity: nil),
                ]
            )
            let (views, events) = (store.views, store.log.read(from: try store.views.position(), countMax: .max))
            async let applied: Void = try views.apply(events)
            #expect(try sqlite3(store, check) == "0")
            try await applied
        }
        #expect(try sqlite3(store, "PRAGMA integrity_check") == "ok")
        #expect(try sqlite3(store, "PRAGMA foreign_key_check") == "")
    }

    /// A Python that has `datasette` and `pandas`, which Debian does not pack: `PYTHON_WITH_DATASETTE` names it.
    private static let python = ProcessInfo.processInfo.environment["PYTHON_WITH_DATASETTE"]

    @Test(.enabled(if: python != nil, "PYTHON_WITH_DATASETTE names no Python that has datasette and pandas."))
    func `Datasette and pandas read while the views are written`() async throws {
        let python = try #require(Self.python)
        var store = try store()
        let path = store.views.path
        let database = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        let frame = """
            import sys, sqlite3, pandas
            views = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
            print(pandas.read_sql("SELECT bound, status, tellings FROM pledge_list ORDER BY pledge", views).iloc[0].to_json())
            """
        for number in 4...8 {
            store.log.receive(
                SampleEvents.article(number),
                actors: [SampleEvents.actor(1, .country, "Vietnam")],
                pledges: [SampleEvents.pledge(quote: "will build port \(number)", quantity: nil)]
            )
            let (views, events) = (store.views, store.log.read(from: try store.views.position(), countMax: .max))
            async let applied: Void = try views.apply(events)
            let page = "/\(database)/pledge_list.json?_shape=array&tellings=3"
            let rows = try run(python, ["-m", "datasette", "--get", page, path])
            #expect(rows.contains(#""bound": "Vietnam""#), "\(rows)")
            #expect(try run(python, ["-c", frame, path]) == #"{"bound":"Vietnam","status":"overdue","tellings":3}"#)
            try await applied
        }
    }
}
