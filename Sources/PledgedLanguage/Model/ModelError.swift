/// Why a model file is not used.
public enum ModelError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The first bytes are not those of a model file.
    case foreign
    /// It is of a layout that this program does not read.
    case unknownLayout(UInt32)
    /// Its length, its checksum or a place in it is wrong.
    case damaged(String)
    /// A part that the caller needs is not in it.
    case missingSection(String)

    public var description: String {
        switch self {
        case .foreign: "This is no language model of pledged. Give the file that 'train-language train' wrote."
        case .unknownLayout(let layout):
            "The model is of layout \(layout), and this program reads layout \(ModelFile.layout). Train it again with this program."
        case .damaged(let what): "The model is damaged: \(what). Copy it again, or train it again."
        case .missingSection(let name): "The model has no part '\(name)'. Train a whole model."
        }
    }
}
