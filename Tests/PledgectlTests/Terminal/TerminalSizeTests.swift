import Glibc
import PledgedTesting
import SystemPackage
import Testing

@testable import pledgectl

@Suite struct TerminalSizeTests {
    @Test(arguments: [
        (120, ["COLUMNS": "60"], 120), (0, ["COLUMNS": "60"], 60), (0, [:], 80), (0, ["COLUMNS": "wide"], 80),
        (0, ["COLUMNS": "0"], 80),
    ])
    func `believes the terminal, then the environment`(reported: Int, environment: [String: String], columns: Int) {
        #expect(TerminalSize.columns(reported: reported, environment: environment) == columns)
    }

    @Test func `asks a real terminal`() throws {
        let terminal = try FileDescriptor.open(FilePath("/dev/ptmx"), .readWrite)
        defer { SourceFile.close(terminal) }
        var size = winsize(ws_row: 24, ws_col: 33, ws_xpixel: 0, ws_ypixel: 0)
        let status = unsafe ioctl(terminal.rawValue, UInt(TIOCSWINSZ), &size)
        #expect(status == 0)
        #expect(TerminalSize.columns(of: terminal) == 33)
    }

    @Test func `sets no limit for files`() throws {
        let folder = try TemporaryFolder()
        let file = try SourceFile.open(try folder.file("a.txt", ""))
        defer { SourceFile.close(file) }
        #expect(TerminalSize.columns(of: file) == nil)
    }
}
