/// A reading with all that it was made from, drafts and facts in the same order.
struct ReadingWork: Sendable {
    let story: Story
    let cast: Cast
    /// One for each pledge.
    let drafts: [PledgeDraft]
    /// One for each happening.
    let timeline: [TimelineDraft]
    let reading: Reading
}
