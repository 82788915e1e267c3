/// Reads language tags.
enum LanguageTag {
    /// The primary language in lower case: "en" for "en-US", "en_GB" or "English"; nil for what is no tag.
    static func tag(_ value: String) -> String? {
        let primary = value.prefix { $0.isLetter }.lowercased()
        if let named = names[primary] { return named }
        return (2...3).contains(primary.count) && primary.allSatisfy(\.isASCII) ? primary : nil
    }

    private static let names = [
        "english": "en", "vietnamese": "vi", "french": "fr", "german": "de", "spanish": "es", "portuguese": "pt",
        "italian": "it",
        "dutch": "nl", "indonesian": "id", "malay": "ms", "japanese": "ja", "korean": "ko", "chinese": "zh",
        "russian": "ru",
        "arabic": "ar", "hindi": "hi", "thai": "th", "turkish": "tr", "eng": "en",
    ]
}
