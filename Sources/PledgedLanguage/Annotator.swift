/// One step of the reading of a text: finds, then writes one layer.
public protocol Annotator: Sendable {
    /// The layers that must be there before.
    var requires: Set<Layer> { get }
    /// The layer that is there afterwards.
    var provides: Layer { get }

    /// Adds the layer; the same document always gets the same layer.
    func annotate(_ document: inout Document)
}
