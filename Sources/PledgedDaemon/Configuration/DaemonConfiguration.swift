internal import Configuration
import Foundation
internal import PledgedAPI
internal import SystemPackage

/// Everything that can be set, read once; ``ConfigurationKey/all`` describes each value.
public struct DaemonConfiguration: Hashable, Sendable {
    public var dropFolder: String
    public var outcomesFolder: String
    public var keepsFiles: Bool
    public var settle: Duration
    public var rescan: Duration
    public var sizeMax: Int
    public var batchMax: Int
    public var skippedEndings: [String]
    /// Nil for no rules of the user's own.
    public var rulesFolder: String?
    public var logFolder: String
    public var segmentBytes: Int
    /// Nil for systemd's credential, if there is one.
    public var logKeyFile: String?
    public var checkpointInterval: Duration
    /// Nil for never.
    public var scrubInterval: Duration?
    public var scrubBytesPerSecond: Int
    public var viewsFile: String
    public var socketPath: String
    /// Nil for the daemon's own group.
    public var socketGroup: String?
    /// Where decisions are taken, by the daemon's own user alone.
    public var adminSocketPath: String
    public var keepAlive: Duration
    public var stalled: Duration
    public var connectionsMax: Int
    public var loggingLevel: String

    /// Reads the file, then the environment, then the flags: the later wins.
    ///
    /// - Parameters:
    ///   - path: a YAML file; nil for none.
    ///   - environment: of which `PLEDGED_…` is read.
    ///   - arguments: flags and their values, without the program's name.
    /// - Throws: ``ConfigurationError`` that names the file and line, variable or flag.
    public init(path: String?, environment: [String: String], arguments: [String]) async throws {
        let check = ConfigurationCheck()
        var providers: [any ConfigProvider] = [
            CommandLineArgumentsProvider(arguments: ["pledged"] + Self.pairs(arguments)),
            EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "pledged"),
        ]
        if let path, try check.check(yaml: Self.text(of: path), path: path) {
            providers.append(try await FileProvider<YAMLSnapshot>(filePath: FilePath(path)))
        }
        try check.check(environment: environment)
        try check.check(arguments: arguments)
        let reader = ConfigReader(providers: providers)
        dropFolder = reader.text(.dropFolder)
        outcomesFolder = reader.text(.dropOutcomes)
        keepsFiles = reader.text(.dropAfter) == "keep"
        settle = .milliseconds(reader.count(.dropSettle))
        rescan = .seconds(reader.count(.dropRescan))
        sizeMax = reader.count(.dropSizeMax)
        batchMax = reader.count(.dropBatchMax)
        skippedEndings = reader.texts(.dropSkip)
        let rules = reader.text(.readerRules)
        rulesFolder = rules.isEmpty ? nil : rules
        logFolder = reader.text(.logFolder)
        segmentBytes = reader.count(.logSegment)
        let key = reader.text(.logKey)
        logKeyFile = key.isEmpty ? nil : key
        checkpointInterval = .seconds(reader.count(.logCheckpoint))
        let scrub = reader.count(.logScrub)
        scrubInterval = scrub == 0 ? nil : .seconds(scrub)
        scrubBytesPerSecond = reader.count(.logScrubRate)
        viewsFile = reader.text(.viewsFile)
        socketPath = reader.text(.socketPath)
        let group = reader.text(.socketGroup)
        socketGroup = group.isEmpty ? nil : group
        let admin = reader.text(.socketAdmin)
        adminSocketPath = admin.isEmpty ? AdminSocketPath.beside(socketPath) : admin
        keepAlive = .seconds(reader.count(.socketKeepAlive))
        stalled = .seconds(reader.count(.socketStalled))
        connectionsMax = reader.count(.socketConnectionsMax)
        loggingLevel = reader.text(.loggingLevel)
    }

    /// `--a=b` as `--a b`, the one form that the provider reads.
    private static func pairs(_ arguments: [String]) -> [String] {
        arguments.flatMap { argument in
            argument.hasPrefix("--")
                ? argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                : [argument]
        }
    }

    private static func text(of path: String) throws(ConfigurationError) -> String {
        do {
            return try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
        } catch {
            let sentence =
                "The configuration cannot be read (\(error.localizedDescription)). Check the path and its mode."
            throw ConfigurationError(place: path, sentence: sentence)
        }
    }
}

// Every value was checked against its key before, so that a default stands in for an absent value only.
extension ConfigReader {
    fileprivate func text(_ key: ConfigurationKey) -> String {
        string(forKey: ConfigKey(key.name), default: key.standard == "\"\"" ? "" : key.standard)
    }

    fileprivate func count(_ key: ConfigurationKey) -> Int {
        int(forKey: ConfigKey(key.name), default: Int(key.standard) ?? 0)
    }

    fileprivate func texts(_ key: ConfigurationKey) -> [String] {
        stringArray(forKey: ConfigKey(key.name), default: [])
    }
}
