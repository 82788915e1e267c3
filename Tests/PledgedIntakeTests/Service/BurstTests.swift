import Foundation
import Glibc
import PledgedCore
import PledgedIntake
import Testing

extension `Intake service` {
    /// Far more files than the kernel's queue holds.
    @Suite struct Bursts {
        let bench: IntakeBench

        init() throws { bench = try IntakeBench(isInMemory: true) }

        private func moveIn(_ name: String) throws {
            try #require(unsafe rename("\(bench.desk)/\(name)", "\(bench.drop)/\(name)") == 0)
        }

        @Test(arguments: [64, 1024])
        func `20,000 files at once, a small kernel queue, none lost`(queue: Int) async throws {
            for number in 0..<10_000 { try bench.write("desk/\(number).txt", "Story \(number).") }
            let limit = KernelQueueLimit()
            let isLowered = limit.lower(to: queue)
            defer { limit.restore() }
            try await bench.watch { intake in
                limit.restore()
                for number in 0..<10_000 { try moveIn("\(number).txt") }
                for number in 10_000..<20_000 { try bench.write("drop/\(number).txt", "Story \(number).") }
                try await bench.settled(intake, admitted: 20_000)
                let admitted = bench.admission.now
                #expect(Set(admitted.names).count == 20_000)
                #expect(
                    admitted.admitted.allSatisfy {
                        $0.content == .bytes(Array("Story \($0.file.name.dropLast(4)).".utf8))
                    }
                )
                #expect(admitted.repeats == 0)
                #expect(admitted.batches.allSatisfy { $0 <= 64 })
                #expect(try bench.list("drop") == [])
                #expect(try bench.list("outcomes/accepted").count == 20_000)
                #expect(intake.status.counters.outcomes == [.accepted: 20_000])
                if isLowered { #expect(intake.status.counters.overflows > 0) }
            }
        }
    }
}
