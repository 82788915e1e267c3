import PledgedIntake
import Testing

@testable import PledgedDaemon

@Suite struct StuckIntakeTests {
    private let now = ContinuousClock.now

    /// A status whose loop came round `silence` ago, and whose batch is in hand for `inHand`.
    private func status(silence: Duration = .zero, inHand: Duration? = nil) -> IntakeStatus {
        var status = IntakeStatus()
        status.lastProgress = now - silence
        status.inHandSince = inHand.map { now - $0 }
        return status
    }

    @Test func `goes on while the loop comes round and batches come back`() {
        #expect(status().stuckParts(at: now).isEmpty)
        #expect(status(silence: .seconds(2), inHand: .seconds(60)).stuckParts(at: now).isEmpty)
    }

    @Test func `is stuck when its loop is silent`() {
        #expect(status(silence: .seconds(11)).stuckParts(at: now) == ["intake"])
    }

    @Test func `is stuck when a batch does not come back, though the loop comes round`() {
        let hung = status(silence: .seconds(1), inHand: IntakeStatus.inHandMax + .seconds(1))
        #expect(hung.stuckParts(at: now) == ["admission"])
    }
}
