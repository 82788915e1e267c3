internal import Foundation
internal import PledgedCore

extension NamedActor {
    /// The same with its names in composed letters (NFC): "ồ" is one name's letter, however a system writes it; each once.
    var composed: NamedActor {
        var result = self
        result.canonicalName = Self.compose(canonicalName)
        var seen: Set<String> = []
        result.names = names.map(Self.compose).filter { seen.insert($0).inserted }
        result.role = role.map(Self.compose)
        return result
    }

    private static func compose(_ text: String) -> String {
        // Below U+0300, where combining marks begin, all is composed.
        let isPlain = text.unicodeScalars.allSatisfy { $0.value < 0x300 }
        return isPlain ? text : text.precomposedStringWithCanonicalMapping
    }
}
