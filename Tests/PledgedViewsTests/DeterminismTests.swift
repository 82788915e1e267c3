import GRDB
import PledgedCore
import PledgedTesting
import PledgedViews
import Testing

struct DeterminismTests {
    /// Applies a log at once, one by one, and in random batches with closing and opening between.
    @Test(arguments: [1, 7, 42, 1_337] as [UInt64])
    func `gives equal views whatever the batches`(seed: UInt64) async throws {
        let log = RandomLog(seed: seed, entries: 60).log
        let whole = try TestStore()
        try whole.views.apply(log.events)
        let digest = try whole.views.digest()

        let single = try TestStore()
        for event in log.events { try single.views.apply([event]) }
        #expect(try single.views.digest() == digest)

        var random = SeededGenerator(seed: seed)
        let batched = try TestStore()
        var views = batched.views
        while try views.position() < log.end {
            let countMax = Int.random(in: 1...40, using: &random)
            try views.apply(log.read(from: views.position(), countMax: countMax))
            if Bool.random(using: &random) { views = try ViewStore.open(path: views.path) }
        }
        #expect(try views.digest() == digest)
        #expect(try views.digestWithPosition() == ViewDigest(hexadecimal: digest, position: log.end))

        let rebuilt = try await ViewStore.digestOfRebuild(inFolder: batched.folder.path, until: log.end) {
            from,
            count in
            log.read(from: from, countMax: min(count, 13))
        }
        #expect(rebuilt == digest)
    }

    /// Events that cannot be applied, anywhere among others that can.
    @Test(arguments: [1, 7, 42] as [UInt64])
    func `gives equal views whatever the batches, though some events cannot be applied`(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        var log = RandomLog(seed: seed, entries: 20).log
        let known = log.events.compactMap(\.article)
        var poisoned: [LogPosition] = []
        for number in 0..<40 {
            if Bool.random(using: &random) {
                log.receive(SampleEvents.article(5000 + number), actors: [SampleEvents.actor(1, .country, "Japan")])
            } else {
                let article = Bool.random(using: &random) ? known.randomElement(using: &random) : nil
                poisoned.append(log.add(.pledgeStated(SampleEvents.pledge(by: [77])), article: article))
            }
        }
        let whole = try TestStore()
        try whole.views.apply(log.events)
        #expect(try whole.views.quarantined(countMax: 100).map(\.position) == poisoned)
        let digest = try whole.views.digest()
        let batched = try TestStore()
        while try batched.views.position() < log.end {
            let countMax = Int.random(in: 1...13, using: &random)
            try batched.views.apply(log.read(from: batched.views.position(), countMax: countMax))
        }
        #expect(try batched.views.digest() == digest)
        let all = log
        try await whole.views.rebuild(until: log.end) { from, count in all.read(from: from, countMax: min(count, 5)) }
        #expect(try whole.views.digest() == digest)
    }

    @Test func `tells other views by their digest`() throws {
        let log = RandomLog(seed: 5, entries: 40).log
        var digests: Set<String> = []
        let store = try TestStore()
        for event in log.events {
            try store.views.apply([event])
            digests.insert(try store.views.digest())
        }
        #expect(digests.count == log.events.count)
    }

    @Test func `tells a changed row and a changed search index by their digest`() throws {
        let store = try TestStore()
        try store.views.apply(RandomLog(seed: 5, entries: 40).log.events)
        let digest = try store.views.digest()
        let queue = try DatabaseQueue(path: store.views.path)
        try queue.write { try $0.execute(sql: "UPDATE articles SET place = 'HANOI' WHERE position = 0") }
        #expect(try store.views.digest() != digest)
        try queue.write { try $0.execute(sql: "UPDATE articles SET place = 'TOKYO' WHERE position = 0") }
        #expect(try store.views.digest() == digest)
        try queue.write { try $0.execute(sql: "INSERT INTO search (rowid, title) VALUES (1000, 'unheard of')") }
        #expect(try store.views.digest() != digest)
    }

    /// Counts again, from the tables of facts, what the views count as they go.
    @Test(arguments: [2, 3, 5, 8, 13, 21] as [UInt64])
    func `counts what there is`(seed: UInt64) throws {
        let store = try TestStore()
        let log = RandomLog(seed: seed, entries: 80).log
        try store.views.apply(log.events)
        let recount = """
            SELECT id FROM actors WHERE
                articles <> (SELECT count(DISTINCT reading) FROM article_actors JOIN identities ON identities.id = identity
                    WHERE actor = actors.id AND withdrawn IS NULL)
                OR pledges <> (SELECT count(DISTINCT pledge) FROM telling_parties
                    JOIN identities ON identities.id = identity JOIN tellings ON tellings.position = telling
                    WHERE actor = actors.id AND telling_parties.role = 'by' AND tellings.kind <> 'request'
                        AND pledge IS NOT NULL)
                OR asked <> (SELECT count(DISTINCT pledge) FROM telling_parties
                    JOIN identities ON identities.id = identity JOIN tellings ON tellings.position = telling
                    WHERE actor = actors.id AND telling_parties.role = 'to' AND tellings.kind = 'request'
                        AND pledge IS NOT NULL)
            """
        let names = """
            SELECT identity FROM identity_names WHERE uses <>
                (SELECT count(*) FROM article_actors AS a, json_each(a.names) AS form
                    WHERE a.identity = identity_names.identity AND a.withdrawn IS NULL AND form.value = name)
            OR canonical_uses <> (SELECT count(*) FROM article_actors AS a
                    WHERE a.identity = identity_names.identity AND a.withdrawn IS NULL AND canonical_name = name)
            """
        let numbers = """
            SELECT id FROM identities AS i WHERE actor <> (SELECT min(id) FROM identities WHERE actor = i.actor)
            """
        let stale = """
            SELECT position FROM (SELECT position, article, reading, withdrawn FROM tellings
                UNION ALL SELECT position, article, reading, withdrawn FROM timeline
                UNION ALL SELECT position, article, reading, withdrawn FROM article_actors) AS fact
            WHERE (withdrawn IS NULL) <> (SELECT superseded_by IS NULL
                    AND fact.reading = (SELECT max(position) FROM readings WHERE article = fact.article)
                FROM articles WHERE articles.position = fact.article)
            """
        let tellings = """
            SELECT position FROM tellings WHERE (withdrawn IS NULL) <> (pledge IS NOT NULL)
                OR (pledge IS NOT NULL AND pledge NOT IN (SELECT id FROM pledges))
            UNION ALL SELECT id FROM pledges WHERE tellings <> (SELECT count(*) FROM tellings WHERE pledge = id)
            """
        let parties = """
            SELECT pledge FROM pledge_parties WHERE tellings <> (SELECT count(*) FROM telling_parties
                JOIN tellings ON tellings.position = telling WHERE tellings.pledge = pledge_parties.pledge
                    AND telling_parties.role = pledge_parties.role AND telling_parties.identity = pledge_parties.identity)
            """
        let queue = try DatabaseQueue(path: store.views.path)
        for sql in [recount, names, numbers, stale, tellings, parties, "PRAGMA foreign_key_check"] {
            #expect(try queue.read { try Row.fetchAll($0, sql: sql) } == [])
        }
        #expect(try queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"])
    }
}
