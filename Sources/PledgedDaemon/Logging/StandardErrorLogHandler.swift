internal import Logging
internal import Synchronization
internal import SystemPackage

/// Writes a line a message to standard error: for the journal with the priority that `sd-daemon(3)` defines (`<4>`), for a
/// terminal with the level in words.
///
/// Control characters in a message or its metadata are shown escaped, so that no file name can forge a line.
struct StandardErrorLogHandler: LogHandler {
    /// The level that all handlers share, so that a reload changes every one of them.
    final class SharedLevel: Sendable {
        private let level: Mutex<Logger.Level>

        init(_ level: Logger.Level) { self.level = Mutex(level) }

        var value: Logger.Level {
            get { level.withLock { $0 } }
            set { level.withLock { $0 = newValue } }
        }
    }

    let label: String
    let isForJournal: Bool
    let sharedLevel: SharedLevel
    var metadata: Logger.Metadata = [:]

    var logLevel: Logger.Level {
        get { sharedLevel.value }
        set { sharedLevel.value = newValue }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let merged = metadata.merging(event.metadata ?? [:]) { _, new in new }
        var line = isForJournal ? "<\(event.level.priority)>" : "\(event.level) "
        line += Self.escaped("\(event.message)")
        for (key, value) in merged.sorted(by: { $0.key < $1.key }) {
            line += " \(key)=\(Self.quoted("\(value)"))"
        }
        line += "\n"
        do {
            _ = try FileDescriptor.standardError.writeAll(line.utf8)
        } catch {
            // Nobody is left to tell: standard error itself is gone.
        }
    }

    private static func quoted(_ value: String) -> String {
        let escaped = escaped(value)
        return escaped.utf8.contains(where: { $0 == 32 || $0 == 34 }) || escaped.isEmpty ? "\"\(escaped)\"" : escaped
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension Logger.Level {
    /// As syslog numbers them.
    fileprivate var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
