/// What an annotator adds to a document.
public enum Layer: String, Hashable, Sendable, CaseIterable {
    case tokens
    case sentences
    case features
    case tags
    case lemmas
    case names
    case arcs
}
