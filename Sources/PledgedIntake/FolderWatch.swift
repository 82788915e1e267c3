import SystemPackage

/// Who tells what happens in the drop folder: inotify, or a simulated one that tells too much, too little or too late.
protocol FolderWatch: ~Copyable {
    /// Watches `folder`, which lies at `realPath`, and nothing else from now on.
    mutating func arm(_ folder: Folder, at realPath: String) throws(Errno)

    /// Watches nothing from now on; what is still queued is not handed out.
    mutating func disarm()

    /// Waits until something happened, somebody called the ``Wake``, or the time is over.
    func wait(atMost duration: Duration)

    /// The next thing that happened to the armed folder, or nil where nothing more is queued.
    mutating func next() throws(IntakeError) -> FolderEvent?
}
