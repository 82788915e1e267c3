/// What is wrong with the configuration, where, and what to do about it.
public struct ConfigurationError: Error, Hashable, CustomStringConvertible {
    /// "Config/pledged.yaml:12", "PLEDGED_DROP_FOLDER", "--drop-folder".
    public let place: String
    public let sentence: String

    public var description: String { "\(place): \(sentence)" }

    static func unknownKey(_ name: String, at place: String, nearest: String?) -> ConfigurationError {
        let advice = nearest.map { " Did you mean '\($0)'?" } ?? ""
        return ConfigurationError(place: place, sentence: "There is no key '\(name)'.\(advice)")
    }

    static func badValue(
        _ value: String,
        for key: ConfigurationKey,
        at place: String,
        _ complaint: String
    )
        -> ConfigurationError
    {
        ConfigurationError(
            place: place,
            sentence: "'\(value)' \(complaint), which '\(key.name)' must be (\(key.type)). Without it: \(key.standard)."
        )
    }
}
