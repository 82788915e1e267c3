import CInotifyTools
import Glibc
import SystemPackage
import Synchronization

/// The one owner of libinotifytools, whose state is global: one at a time in a process, used by one thread.
///
/// The library has no clock finer than a second and waits by select(2), so this waits on its descriptor by itself and
/// asks the library only for what lies there already.
struct InotifyWatch: FolderWatch, ~Copyable {
    private let descriptor: Int32
    private let wake: Wake
    private var watch: Int32?
    private static let isTaken = Atomic(false)

    /// Takes the library for this thread.
    ///
    /// - Throws: ``IntakeError`` where another watch lives, or the kernel gives no inotify instance.
    init(wake: Wake) throws {
        guard Self.isTaken.compareExchange(expected: false, desired: true, ordering: .sequentiallyConsistent).exchanged
        else { throw IntakeError.alreadyWatching }
        do {
            descriptor = try Self.initialize()
        } catch {
            Self.isTaken.store(false, ordering: .sequentiallyConsistent)
            throw error
        }
        self.wake = wake
    }

    deinit {
        if let watch { inotify_rm_watch(descriptor, watch) }
        // Clean-up keeps events that were read but not handed out, and the next instance would hand them out.
        while unsafe inotifytools_next_events(0, 1) != nil {}
        inotifytools_cleanup()
        Self.isTaken.store(false, ordering: .sequentiallyConsistent)
    }

    private static func initialize() throws -> Int32 {
        let before = try inotifyDescriptors()
        guard inotifytools_initialize() != 0 else {
            throw IntakeError.noInotify(Errno(rawValue: inotifytools_error()))
        }
        guard let descriptor = try inotifyDescriptors().subtracting(before).first else {
            inotifytools_cleanup()
            throw IntakeError.descriptorNotFound
        }
        // The library puts it in an fd_set, which has room for 1024 and ends the process otherwise.
        guard descriptor < 1024 else {
            inotifytools_cleanup()
            throw IntakeError.descriptorTooHigh(descriptor)
        }
        // The library makes it without, so child processes would inherit it.
        guard fcntl(descriptor, F_SETFD, FD_CLOEXEC) >= 0 else {
            let failure = Errno.current
            inotifytools_cleanup()
            throw IntakeError.noInotify(failure)
        }
        return descriptor
    }

    /// The library doesn't say which descriptor is its own, but the kernel does.
    private static func inotifyDescriptors() throws -> Set<Int32> {
        var found: Set<Int32> = []
        do {
            try Folder(path: "/proc/self/fd").forEachName { name in
                var target = [CChar](repeating: 0, count: 64)
                let length = unsafe readlink("/proc/self/fd/\(name)", &target, target.count)
                let bytes = target.prefix(max(length, 0)).map { UInt8(bitPattern: $0) }
                if bytes == Array("anon_inode:inotify".utf8), let number = Int32(name.description) {
                    found.insert(number)
                }
                return true
            }
        } catch {
            throw IntakeError.noProcessFolder(error)
        }
        return found
    }
}

extension InotifyWatch {
    private static var mask: UInt32 {
        UInt32(IN_CREATE | IN_MODIFY | IN_ATTRIB | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM)
            | UInt32(IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)
    }

    mutating func arm(_ folder: Folder, at realPath: String) throws(Errno) {
        disarm()
        guard unsafe inotifytools_watch_file(realPath, Int32(bitPattern: Self.mask)) != 0 else {
            throw Errno(rawValue: inotifytools_error())
        }
        // The library keeps the number to itself, and after a folder was lost tells an old one. Asking the kernel for
        // the same watch again gives its number, and by the open folder it is the right one whatever the path leads to.
        watch = try Errno.check(unsafe inotify_add_watch(descriptor, "/proc/self/fd/\(folder.descriptor)", Self.mask))
    }

    mutating func disarm() {
        guard let watch else { return }
        self.watch = nil
        // The library prints to the standard error where the kernel has removed the watch itself, so not through it.
        inotify_rm_watch(descriptor, watch)
    }

    func wait(atMost duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let milliseconds = max(0, seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
        var descriptors = [descriptor, wake.descriptor].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        // Interrupted is as good as over: the loop comes round and waits again.
        _ = unsafe poll(&descriptors, nfds_t(descriptors.count), Int32(clamping: milliseconds))
        wake.clear()
    }

    mutating func next() throws(IntakeError) -> FolderEvent? {
        // Neither call waits: 0 is "not at all" here, though it is "for ever" in the library's next_event.
        while true {
            guard let event = unsafe inotifytools_next_events(0, 1) else {
                let failure = Errno(rawValue: inotifytools_error())
                if failure == .interrupted { continue }
                guard failure.rawValue == 0 else { throw .noInotify(failure) }
                return nil
            }
            // The event lies in the library's static storage: copy all of it before the next call.
            let (mask, number) = unsafe (event.pointee.mask, event.pointee.wd)
            let name: EntryName? = unsafe pledged_event_name(event).map {
                unsafe EntryName(bytes: Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))))
            }
            if let event = meaning(mask: mask, number: number, name: name) { return event }
        }
    }

    private mutating func meaning(mask: UInt32, number: Int32, name: EntryName?) -> FolderEvent? {
        func has(_ bit: Int32) -> Bool { mask & UInt32(bit) != 0 }
        if has(IN_Q_OVERFLOW) { return .overflowed }
        guard number == watch else { return nil }
        if has(IN_IGNORED) {
            watch = nil
            return .lost(.unwatched)
        }
        if has(IN_UNMOUNT) { return .lost(.unmounted) }
        if has(IN_DELETE_SELF) { return .lost(.deleted) }
        if has(IN_MOVE_SELF) { return .lost(.moved) }
        guard let name else { return nil }
        let isFolder = mask & UInt32(bitPattern: Int32(IN_ISDIR)) != 0
        if has(IN_MOVED_FROM) || has(IN_DELETE) { return .gone(name) }
        if has(IN_MOVED_TO) { return isFolder ? .folderAppeared(name) : .movedIn(name) }
        if has(IN_CREATE) { return isFolder ? .folderAppeared(name) : .created(name) }
        guard !isFolder else { return nil }
        if has(IN_CLOSE_WRITE) { return .closed(name) }
        return has(IN_MODIFY) ? .modified(name) : .attributesChanged(name)
    }
}
