internal import PledgedCore

/// One read model: tables that are a fold over the events.
///
/// ``apply(_:in:)`` switches over every event without `default:`, so that a new fact asks each view. It runs in the
/// transaction that moves the checkpoint, and what it leaves depends on nothing but the events so far.
protocol View: Sendable {
    /// The tables and indexes, as SQL with comments: `views.sqlite` is open to other programs.
    static var schema: String { get }

    /// Takes in `recorded`; ``Batch/reading`` is the reading that the event belongs to, if it is one's fact.
    func apply(_ recorded: RecordedEvent, in batch: Batch) throws

    /// Takes the shown facts of the article at `article` out of what is shown: it was superseded or is read anew.
    ///
    /// `position` is that of the event that did it.
    func withdraw(article: Int64, at position: Int64, in batch: Batch) throws
}
