/// Why the whole folder is looked through.
enum RescanCause: String, Hashable, Sendable, CaseIterable {
    /// The watch is armed: files may have lain there before.
    case armed
    /// The kernel lost events.
    case overflow
    /// There were more files than the tracker keeps in mind.
    case crowded
    /// It is time for the safety net.
    case periodic
    /// The file system doesn't announce what other machines do.
    case poll
}
