import ArgumentParser
import PledgedLog

/// A public key, as a file or as digits.
enum PublicKeyArgument {
    static let help = ArgumentHelp(
        "The public key: the file that 'pledgectl log key' made, or 64 hexadecimal digits.",
        valueName: "key"
    )

    /// - Parameter text: From the command line.
    /// - Returns: The key.
    /// - Throws: ``Failure`` with status 2 for what is no key.
    static func key(_ text: String) throws(Failure) -> LogPublicKey {
        do throws(LogKeyError) {
            if text.utf8.count == 64, text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) {
                return try LogPublicKey(parsing: text)
            }
        } catch {
            throw Failure(.usage, "'\(PlainText.name(text))' is no public key. \(error)")
        }
        let file = try SourceFile.bytes(of: text, countMax: 65_536)
        do throws(LogKeyError) {
            return try LogPublicKey(parsing: String(decoding: file, as: UTF8.self))
        } catch {
            throw Failure(.usage, "'\(PlainText.name(text))' is no public key. \(error)")
        }
    }
}
