import ArgumentParser
import PledgedLog
import SystemPackage

/// `pledgectl log key`: makes a key to sign checkpoints with.
struct LogKeyCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Make a key for the daemon to sign checkpoints with.",
        discussion: """
            Writes the private key to FILE, with mode 0600, and the public one to FILE.pub; neither replaces a file that \
            is there. Both are as openssl reads them. Prints the public key. Keep that where whoever has the log cannot \
            change it: it is what 'log verify --key' and 'log check --key' hold the log against.

            EXAMPLES
              sudo pledgectl log key /etc/pledged/log.key     systemd hands it to the daemon from there
              pledgectl log key ~/pledged/log.key             then log.key in the configuration names it
            """
    )

    @Argument(help: ArgumentHelp("The file to make.", valueName: "file"), completion: .file()) var file: String

    func run(on console: Console) async throws {
        let key = LogKey()
        try Self.write(key.pem, to: file, [.ownerReadWrite])
        try Self.write(key.publicKey.pem, to: file + ".pub", [.ownerReadWrite, .groupRead, .otherRead])
        try console.print("\(key.publicKey)")
    }

    private static func write(_ text: String, to path: String, _ permissions: FilePermissions) throws(Failure) {
        do {
            let file = try FileDescriptor.open(
                FilePath(path),
                .writeOnly,
                options: [.create, .exclusiveCreate, .closeOnExec],
                permissions: permissions
            )
            defer { SourceFile.close(file) }
            try file.writeAll(text.utf8)
            try SystemCalls.flush(file)
        } catch Errno.fileExists {
            throw Failure(
                .no,
                "'\(PlainText.name(path))' is there already and was left alone. A key that was used is worth keeping: "
                    + "move it, or name another file."
            )
        } catch {
            throw SourceFile.cannot("write", path, error)
        }
    }
}
