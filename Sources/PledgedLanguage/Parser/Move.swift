/// A step of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011).
package enum Move: Int, Hashable, Sendable, CaseIterable {
    /// Puts the next word on the stack.
    case shift
    /// Makes the word on the stack's top a dependent of the next word, and takes it off.
    case left
    /// Makes the word on the stack's top a dependent of the word below it, and takes it off.
    case right
}
