/// One step of a walk through an HTML document.
enum HTMLEvent: Hashable, Sendable {
    /// Names in lower case, of the element and of its attributes.
    case open(String, attributes: [String: String])
    case text(String)
    case close(String)
}
