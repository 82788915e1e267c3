import PledgedIntake

/// An admission that answers no batch before a stream has ended.
struct SlowAdmission: Admission {
    private let admission: any Admission
    private let stream: AsyncStream<Void>

    init(_ admission: any Admission, until stream: AsyncStream<Void>) {
        (self.admission, self.stream) = (admission, stream)
    }

    func admit(_ files: [IncomingFile]) async throws -> [Outcome] {
        for await _ in stream {}
        try Task.checkCancellation()
        return try await admission.admit(files)
    }
}
