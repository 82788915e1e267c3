import PledgedCore
import Testing

@testable import PledgedLog

@Suite struct GrowthTests {
    @Test func `tells who is slow the newest end alone`() async {
        let growth = Growth(end: .start)
        var slow = growth.stream(from: .start).makeAsyncIterator()
        for offset in 1...1_000 { growth.advance(to: LogPosition(offset: UInt64(offset))) }
        #expect(await slow.next()?.offset == 1_000)
    }

    @Test func `forgets who no longer listens`() async {
        let growth = Growth(end: .start)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask { for await end in growth.stream(from: .start) where end.offset == 1 { return } }
            }
            while growth.listeners < 50 { await Task.yield() }
            growth.advance(to: LogPosition(offset: 1))
            await group.waitForAll()
            for _ in 0..<50 { group.addTask { for await _ in growth.stream(from: .start) {} } }
            while growth.listeners < 50 { await Task.yield() }
            group.cancelAll()
        }
        while growth.listeners > 0 { await Task.yield() }
        #expect(growth.listeners == 0)
    }

    @Test func `begins with the newest end that anybody knows`() async {
        let growth = Growth(end: LogPosition(offset: 5))
        var iterator = growth.stream(from: LogPosition(offset: 7)).makeAsyncIterator()
        #expect(await iterator.next()?.offset == 7)
        iterator = growth.stream(from: .start).makeAsyncIterator()
        #expect(await iterator.next()?.offset == 5)
    }
}
