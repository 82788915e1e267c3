/// What was found on the way to a reading.
struct Findings {
    let measures: Measures
    let drafts: [PledgeDraft]
}
