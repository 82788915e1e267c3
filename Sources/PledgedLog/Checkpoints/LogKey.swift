import Crypto
import FoundationEssentials

/// The Ed25519 key that a log's checkpoints are signed with.
public struct LogKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// Makes a new one, from the system's random numbers.
    public init() { key = Curve25519.Signing.PrivateKey() }

    /// Reads the PEM text that ``pem`` gives and `openssl genpkey -algorithm ed25519` writes.
    ///
    /// - Parameter text: Of the file.
    /// - Throws: ``LogKeyError``.
    public init(pem text: String) throws(LogKeyError) {
        let bytes = try PEM.bytes(in: text, label: PEM.privateLabel, prefix: PEM.privatePrefix)
        do {
            key = try Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
        } catch {
            throw LogKeyError(message: "It holds no Ed25519 key: \(error).")
        }
    }

    /// As `openssl` reads it: PKCS #8.
    public var pem: String {
        PEM.text(Array(key.rawRepresentation), label: PEM.privateLabel, prefix: PEM.privatePrefix)
    }

    public var publicKey: LogPublicKey { LogPublicKey(key.publicKey) }

    func sign(_ message: some Collection<UInt8>) throws(LogError) -> [UInt8] {
        do {
            return Array(try key.signature(for: Data(message)))
        } catch {
            throw LogError(code: .unwritable, message: "Cannot sign a checkpoint: \(error). Make another key.")
        }
    }
}

/// What it takes to check a signature, and may be known to all.
public struct LogPublicKey: Hashable, Sendable, CustomStringConvertible {
    /// 32 bytes as hexadecimal digits.
    public let hexadecimal: String

    init(_ key: Curve25519.Signing.PublicKey) { hexadecimal = Hexadecimal.text(key.rawRepresentation) }

    /// - Parameter hexadecimal: That of a checkpoint, which is checked when it is used.
    init(hexadecimal: String) { self.hexadecimal = hexadecimal }

    /// Reads PEM text, or 64 hexadecimal digits.
    ///
    /// - Parameter text: Spaces and line ends around it do not matter.
    /// - Throws: ``LogKeyError``.
    public init(parsing text: String) throws(LogKeyError) {
        let line = String(text.drop(while: \.isWhitespace).prefix { !$0.isWhitespace })
        if Hexadecimal.bytes(line, count: 32) != nil {
            hexadecimal = line
        } else {
            let bytes = try PEM.bytes(in: text, label: PEM.publicLabel, prefix: PEM.publicPrefix)
            hexadecimal = Hexadecimal.text(bytes)
        }
    }

    /// As `openssl` reads it: a SubjectPublicKeyInfo.
    public var pem: String {
        PEM.text(Hexadecimal.bytes(hexadecimal, count: 32) ?? [], label: PEM.publicLabel, prefix: PEM.publicPrefix)
    }

    public var description: String { hexadecimal }

    func isValid(_ signature: [UInt8], for message: some Collection<UInt8>) -> Bool {
        guard let bytes = Hexadecimal.bytes(hexadecimal, count: 32) else { return false }
        do {
            let key = try Curve25519.Signing.PublicKey(rawRepresentation: bytes)
            return key.isValidSignature(signature, for: Data(message))
        } catch {
            return false  // Not a point of the curve: nobody can have signed with it.
        }
    }
}

/// Why a text is no key, as sentences.
public struct LogKeyError: Error, Hashable, Sendable, CustomStringConvertible {
    public let message: String
    public var description: String { message }
}

/// The one form of PEM that Ed25519 keys have: all but the last 32 bytes is always the same (RFC 8410).
private enum PEM {
    static let privateLabel = "PRIVATE KEY"
    static let privatePrefix: [UInt8] = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20]
    static let publicLabel = "PUBLIC KEY"
    static let publicPrefix: [UInt8] = [0x30, 0x2a, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 3, 0x21, 0]

    static func text(_ key: [UInt8], label: String, prefix: [UInt8]) -> String {
        "-----BEGIN \(label)-----\n\(Data(prefix + key).base64EncodedString())\n-----END \(label)-----\n"
    }

    static func bytes(in text: String, label: String, prefix: [UInt8]) throws(LogKeyError) -> [UInt8] {
        let lines = text.split(whereSeparator: \.isNewline).map { $0.filter { !$0.isWhitespace || $0 == " " } }
        guard let begin = lines.firstIndex(of: "-----BEGIN \(label)-----"),
            let end = lines.firstIndex(of: "-----END \(label)-----"), begin < end
        else {
            throw LogKeyError(
                message: "It has no lines '-----BEGIN \(label)-----' and '-----END \(label)-----' with a key between."
            )
        }
        let bytes = Data(base64Encoded: lines[(begin + 1)..<end].joined()).map { [UInt8]($0) } ?? []
        guard bytes.count == prefix.count + 32, bytes.starts(with: prefix) else {
            throw LogKeyError(message: "It holds a key of another kind than Ed25519. 'pledgectl log key' makes one.")
        }
        return Array(bytes.dropFirst(prefix.count))
    }
}
