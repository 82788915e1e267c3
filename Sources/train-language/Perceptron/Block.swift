/// Numbers in a row in memory, without the checks that an array in a class makes at each access in a hot loop.
///
/// Places are checked in debug builds only.
@safe struct Block<Element: BitwiseCopyable>: ~Copyable {
    private var start: UnsafeMutablePointer<Element>
    private(set) var count: Int
    private var capacity: Int

    init(capacity: Int) {
        unsafe start = .allocate(capacity: max(capacity, 1))
        count = 0
        self.capacity = max(capacity, 1)
    }

    init(repeating element: Element, count: Int) {
        self.init(capacity: count)
        unsafe start.initialize(repeating: element, count: count)
        self.count = count
    }

    /// The same numbers in memory of their own.
    borrowing func copy() -> Block {
        var copy = Block(capacity: count)
        unsafe copy.start.initialize(from: start, count: count)
        copy.count = count
        return copy
    }

    deinit { unsafe start.deallocate() }

    subscript(index: Int) -> Element {
        @inline(__always) get {
            assert(index >= 0 && index < count)
            return unsafe start[index]
        }
        @inline(__always) set {
            assert(index >= 0 && index < count)
            unsafe start[index] = newValue
        }
    }

    mutating func append(_ element: Element) {
        if count == capacity { grow() }
        unsafe (start + count).initialize(to: element)
        count += 1
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        unsafe larger.initialize(from: start, count: count)
        unsafe start.deallocate()
        unsafe start = larger
        capacity *= 2
    }
}
