import Foundation
import GRDB
import PledgedCore
import PledgedTesting
import PledgedViews
import Testing

struct RebuildTests {
    private struct ReadingFailed: Error {}

    private func entries(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func `makes the same views again, and removes the old`() async throws {
        let log = RandomLog(seed: 11, entries: 50).log
        let store = try TestStore()
        try store.views.apply(log.events)
        let digest = try store.views.digest()
        try await store.views.rebuild(until: log.end) { log.read(from: $0, countMax: min($1, 17)) }
        #expect(try store.views.digest() == digest)
        let names = try entries(store.folder)
        #expect(names == ["views.sqlite", "views.sqlite.2", "views.sqlite.2-shm", "views.sqlite.2-wal"])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: store.views.path) == "views.sqlite.2")
        #expect(try ViewStore.open(path: store.views.path).digest() == digest)
    }

    @Test func `has every table and index that views have which were never made again`() async throws {
        let log = RandomLog(seed: 12, entries: 20).log
        let store = try TestStore()
        let path = store.views.path
        func schema() throws -> [String] {
            try DatabaseQueue(path: path).read { database in
                let sql = "SELECT name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1"
                return try String.fetchAll(database, sql: sql)
            }
        }
        let before = try schema()
        try await store.views.rebuild(until: log.end, reading: log.read)
        #expect(try schema() == before)
        #expect(before.count { $0.contains("pledges_by_") } == 8)
    }

    @Test func `holds no more than a batch at a time`() async throws {
        var log = SampleLog()
        for number in 1...2_100 { log.receive(SampleEvents.article(number)) }
        let store = try TestStore()
        var asked: [Int] = []
        try await store.views.rebuild(until: log.end) { from, countMax in
            asked.append(countMax)
            return log.read(from: from, countMax: countMax)
        }
        #expect(asked == [4_096, 104])
    }

    @Test func `mends views that somebody has changed`() async throws {
        let log = RandomLog(seed: 12, entries: 20).log
        let store = try TestStore()
        try store.views.apply(log.events)
        let digest = try store.views.digest()
        try await DatabaseQueue(path: store.views.path).write {
            try $0.execute(sql: "UPDATE article_texts SET text = 'x'")
        }
        #expect(try store.views.digest() != digest)
        try await store.views.rebuild(until: log.end) { log.read(from: $0, countMax: $1) }
        #expect(try store.views.digest() == digest)
    }

    @Test func `reaches what was asked for even where nothing is applied yet`() async throws {
        let log = RandomLog(seed: 13, entries: 20).log
        let store = try TestStore()
        try await store.views.rebuild(until: log.end) { log.read(from: $0, countMax: $1) }
        #expect(try store.views.position() == log.end)
        // Whoever applies may still hold what the rebuild has brought already.
        try store.views.apply(log.events)
        #expect(try store.views.position() == log.end)
    }

    /// Three readers ask and one writer applies while the views are rebuilt again and again.
    @Test func `serves and applies meanwhile, and loses nothing`() async throws {
        let log = RandomLog(seed: 14, entries: 50).log
        let store = try TestStore()
        let views = store.views
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    var last = LogPosition.start
                    while last < log.end {
                        let page = try views.pledges(PledgeQuery())
                        #expect(page.position >= last)
                        last = page.position
                        try await Task.sleep(for: .microseconds(100))
                    }
                }
            }
            group.addTask {
                for event in log.events {
                    try views.apply([event])
                    await Task.yield()
                }
            }
            group.addTask {
                repeat {
                    try await views.rebuild(until: .start) { log.read(from: $0, countMax: $1) }
                } while try views.position() < log.end
            }
            try await group.waitForAll()
        }
        let whole = try TestStore()
        try whole.views.apply(log.events)
        #expect(try views.digest() == whole.views.digest())
        let generation = try FileManager.default.destinationOfSymbolicLink(atPath: views.path)
        #expect(try entries(store.folder) == ["views.sqlite", generation, "\(generation)-shm", "\(generation)-wal"])
    }

    @Test func `lets a reader finish with what it began with`() async throws {
        let log = RandomLog(seed: 15, entries: 20).log
        let store = try TestStore()
        try store.views.apply(log.events)
        let other = try DatabaseQueue(path: store.views.path)
        let count = try await other.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM articles") }
        try await store.views.rebuild(until: log.end) { log.read(from: $0, countMax: $1) }
        #expect(try await other.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM articles") } == count)
        try other.close()
        #expect(try store.views.articles(ArticleQuery()).position == log.end)
        #expect(try ViewStore.open(path: store.views.path).position() == log.end)
    }

    @Test func `leaves the views alone where reading fails, and nothing behind`() async throws {
        let log = RandomLog(seed: 16, entries: 20).log
        let store = try TestStore()
        try store.views.apply(log.events)
        let (digest, before) = (try store.views.digest(), try entries(store.folder))
        await #expect(throws: ReadingFailed.self) {
            try await store.views.rebuild(until: log.end) { from, _ in
                if from.offset > 10 { throw ReadingFailed() }
                return log.read(from: from, countMax: 11)
            }
        }
        #expect(try store.views.digest() == digest)
        #expect(try entries(store.folder) == before)
    }

    @Test func `says where the log ended too early`() async throws {
        let log = RandomLog(seed: 17, entries: 5).log
        let store = try TestStore()
        let error = await #expect(throws: ViewError.self) {
            try await store.views.rebuild(until: log.end.next) { log.read(from: $0, countMax: $1) }
        }
        #expect(error?.code == .logEnded)
        #expect(error?.position == log.end)
        #expect(try store.views.position() == .start)
    }

    @Test func `refuses to be done twice at once`() async throws {
        let log = RandomLog(seed: 18, entries: 5).log
        let store = try TestStore()
        let views = store.views
        try await views.rebuild(until: log.end) { from, countMax in
            let error = await #expect(throws: ViewError.self) {
                try await views.rebuild(until: log.end) { log.read(from: $0, countMax: $1) }
            }
            #expect(error?.code == .rebuilding)
            return log.read(from: from, countMax: countMax)
        }
        #expect(try views.position() == log.end)
    }

    @Test func `stops when it is cancelled`() async throws {
        let log = RandomLog(seed: 19, entries: 30).log
        let store = try TestStore()
        let views = store.views
        let task = Task {
            try await views.rebuild(until: log.end) { from, _ in
                unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
                return log.read(from: from, countMax: 5)
            }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try views.position() == .start)
        #expect(try entries(store.folder).contains("views.sqlite.2") == false)
    }

    /// What a crash leaves at each step of a rebuild; the link decides what is in use.
    @Test(arguments: [
        ["views.sqlite.2"], ["views.sqlite.2", "views.sqlite.2-wal", "views.sqlite.2-shm"], ["views.sqlite.link"],
        ["views.sqlite.2-wal"], ["views.sqlite.2", "views.sqlite.link", "views.sqlite-wal", "views.sqlite-shm"],
    ])
    func `removes what a crash has left`(leftovers: [String]) throws {
        let folder = try TemporaryFolder()
        let path = folder.path("views.sqlite")
        let log = RandomLog(seed: 20, entries: 5).log
        try ViewStore.open(path: path).apply(log.events)
        for name in leftovers { try folder.file(name, "half") }
        try folder.file("views.sqlite.backup", "a user's own")
        try folder.file("views.sqlite.2x", "a user's own")
        let views = try ViewStore.open(path: path)
        #expect(try views.position() == log.end)
        let expected = [
            "views.sqlite", "views.sqlite.1", "views.sqlite.1-shm", "views.sqlite.1-wal", "views.sqlite.2x",
            "views.sqlite.backup",
        ]
        #expect(try entries(folder) == expected)
    }

    @Test func `opens the new views where a crash came right after the swap`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("views.sqlite")
        let (old, new) = (RandomLog(seed: 21, entries: 5).log, RandomLog(seed: 22, entries: 9).log)
        try ViewStore.open(path: path).apply(old.events)
        try ViewStore.open(path: folder.path("other.sqlite")).apply(new.events)
        try FileManager.default.moveItem(atPath: folder.path("other.sqlite.1"), toPath: folder.path("views.sqlite.2"))
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "views.sqlite.2")
        #expect(try ViewStore.open(path: path).position() == new.end)
        #expect(try entries(folder).contains("views.sqlite.1") == false)
    }

    @Test func `leaves nothing of a rebuild for a digest`() async throws {
        let folder = try TemporaryFolder()
        let log = RandomLog(seed: 23, entries: 5).log
        _ = try await ViewStore.digestOfRebuild(inFolder: folder.path, until: log.end) { from, countMax in
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(names == [])
            return log.read(from: from, countMax: countMax)
        }
        #expect(try entries(folder) == [])
    }
}
