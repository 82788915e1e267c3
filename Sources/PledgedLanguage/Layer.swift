/// What an annotator adds to a document.
public enum Layer: String, Hashable, Sendable, CaseIterable {
    case tokens
    case sentences
}
