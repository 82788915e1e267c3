/// How a file left the intake's hand.
enum Release: Hashable, Sendable {
    /// It has its outcome and was moved.
    case moved
    /// It has its outcome and stays in the folder.
    case kept(DropIdentity)
    /// It was there no longer, or is none of ours.
    case gone
    /// It changed under our hands.
    case stillWritten
    /// The same, and it was in the outcome folder for a moment: its return will be announced as an arrival.
    case putBack
    /// It cannot be read or moved for now; the text says why.
    case failed(String)
    /// Nothing was done with it: it is next again.
    case untouched
}
