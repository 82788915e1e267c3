/// One sentence: its tokens, and the block that holds it.
public struct Sentence: Hashable, Sendable {
    public let span: Span
    /// Index into ``Document/blocks``.
    public let block: Int

    public init(span: Span, block: Int) {
        self.span = span
        self.block = block
    }
}
