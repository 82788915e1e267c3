import PledgedCore
import Testing

@testable import pledgectl

@Suite struct ReconnectionTests {
    private static func position(_ offset: UInt64) -> LogPosition { LogPosition(offset: offset) }

    private static func opened(after: UInt64? = nil, patience: Duration = .seconds(600)) -> Reconnection {
        var reconnection = Reconnection(after: after.map(position), patience: patience)
        #expect(reconnection.action(for: .opened) == .proceed)
        return reconnection
    }

    @Test func `does not wait for a daemon that was never there`() {
        var reconnection = Reconnection(after: nil, patience: .seconds(600))
        #expect(reconnection.action(for: .lost) == .giveUp)
    }

    @Test func `passes each event on once, also when it comes again after a restart`() {
        var reconnection = Self.opened(after: 4)
        #expect(reconnection.action(for: .event(Self.position(5))) == .deliver)
        #expect(reconnection.action(for: .event(Self.position(9))) == .deliver)
        #expect(reconnection.action(for: .lost) == .reconnect(after: .milliseconds(100), isFirst: true))
        #expect(reconnection.after == Self.position(9))
        #expect(reconnection.action(for: .opened) == .resumed)
        #expect(reconnection.action(for: .event(Self.position(9))) == .skip)
        #expect(reconnection.action(for: .event(Self.position(10))) == .deliver)
        #expect(reconnection.after == Self.position(10))
    }

    @Test func `goes on after what a mark says has passed`() {
        var reconnection = Self.opened()
        #expect(reconnection.action(for: .passed(nil)) == .proceed)
        #expect(reconnection.after == nil)
        #expect(reconnection.action(for: .passed(Self.position(7))) == .proceed)
        #expect(reconnection.after == Self.position(7))
        #expect(reconnection.action(for: .passed(Self.position(3))) == .proceed)
        #expect(reconnection.after == Self.position(7))
    }

    @Test func `finishes when it has all that there was and wants no more`() {
        var reconnection = Reconnection(after: nil, patience: .seconds(1), isLive: false)
        #expect(reconnection.action(for: .opened) == .proceed)
        #expect(reconnection.action(for: .event(Self.position(0))) == .deliver)
        #expect(reconnection.action(for: .passed(Self.position(1))) == .proceed)
        #expect(reconnection.action(for: .caughtUp(Self.position(1))) == .finish)
    }

    @Test func `does not take a daemon that stops for the end of the log`() {
        var reconnection = Reconnection(after: nil, patience: .seconds(1), isLive: false)
        _ = reconnection.action(for: .opened)
        #expect(reconnection.action(for: .event(Self.position(0))) == .deliver)
        #expect(reconnection.action(for: .lost) == .reconnect(after: .milliseconds(100), isFirst: true))
    }

    @Test func `goes on after it has caught up where it is live`() {
        var reconnection = Self.opened()
        #expect(reconnection.action(for: .caughtUp(nil)) == .proceed)
        #expect(reconnection.action(for: .event(Self.position(0))) == .deliver)
    }

    @Test func `waits longer from try to try, up to a bound`() {
        var reconnection = Self.opened()
        var pauses: [Duration] = []
        for index in 0..<8 {
            guard case .reconnect(let pause, let isFirst) = reconnection.action(for: .lost) else { break }
            #expect(isFirst == (index == 0))
            pauses.append(pause)
        }
        #expect(pauses == [100, 200, 400, 800, 1600, 3200, 5000, 5000].map { .milliseconds($0) })
    }

    @Test(arguments: [Duration.zero, .milliseconds(250), .seconds(60)])
    func `gives up when its patience is used up, not before`(patience: Duration) {
        var reconnection = Self.opened(patience: patience)
        var waited = Duration.zero
        while case .reconnect(let pause, _) = reconnection.action(for: .lost) { waited += pause }
        #expect(waited == patience)
    }

    @Test func `is patient anew once events flow, but not because a connection opens`() {
        var reconnection = Self.opened(patience: .milliseconds(250))
        #expect(reconnection.action(for: .lost) == .reconnect(after: .milliseconds(100), isFirst: true))
        #expect(reconnection.action(for: .opened) == .resumed)
        #expect(reconnection.action(for: .lost) == .reconnect(after: .milliseconds(150), isFirst: false))
        #expect(reconnection.action(for: .opened) == .resumed)
        #expect(reconnection.action(for: .event(Self.position(1))) == .deliver)
        #expect(reconnection.action(for: .lost) == .reconnect(after: .milliseconds(100), isFirst: true))
    }
}
