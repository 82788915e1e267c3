/// Something that the kernel announced about the drop folder.
enum FolderEvent: Hashable, Sendable {
    case created(EntryName)
    case modified(EntryName)
    case attributesChanged(EntryName)
    /// Closed by one who could have written.
    case closed(EntryName)
    case movedIn(EntryName)
    /// Moved out or deleted.
    case gone(EntryName)
    case folderAppeared(EntryName)
    /// The queue was full: whatever happened meanwhile is not announced.
    case overflowed
    case lost(FolderLoss)
}
