import Foundation
import PledgedTesting

/// The realtime clock of a daemon that is started with it, which can be set while that runs.
///
/// By libfaketime; the monotonic clock goes on as ever, and so do the dates of files.
struct MovableClock {
    private let file: String

    init(in folder: TemporaryFolder) throws {
        file = folder.path("clock")
        try set(days: 0)
    }

    /// Sets it to as many days after the machine's, or before it.
    func set(days: Int) throws {
        let line = "\(days < 0 ? "" : "+")\(days)d\n"
        // Whole or not at all: the library reads it whenever it is asked for the time.
        try Data(line.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
    }

    /// Gives a process this clock.
    var environment: [String: String] {
        [
            // The loader knows the folder of this machine's libraries.
            "LD_PRELOAD": "/usr/$LIB/faketime/libfaketimeMT.so.1",
            "FAKETIME_TIMESTAMP_FILE": file, "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "NO_FAKE_STAT": "1",
        ]
    }

    /// Removes what the library leaves in memory of a process that was killed.
    func forget(_ pid: Int32) throws {
        for name in ["faketime_shm_\(pid)", "sem.faketime_sem_\(pid)"] {
            try FileManager.default.removeItem(atPath: "/dev/shm/\(name)")
        }
    }
}
