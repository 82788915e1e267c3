/// Writes hashes of features, one for each template that has something to say.
@safe struct FeatureWriter {
    private let keys: UnsafeMutablePointer<UInt64>
    private(set) var count = 0

    init(_ keys: UnsafeMutablePointer<UInt64>) { unsafe self.keys = unsafe keys }

    @inline(__always)
    private mutating func put(_ key: UInt64) {
        unsafe keys[count] = key
        count += 1
    }

    @inline(__always)
    mutating func add(_ template: UInt64, _ a: UInt64) { put(FeatureHash.mix(template, a)) }

    @inline(__always)
    mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64) { put(FeatureHash.mix(template, a, b)) }

    @inline(__always)
    mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64) {
        put(FeatureHash.mix(template, a, b, c))
    }

    mutating func addWords(
        _ here: WordFeatures,
        _ before: WordFeatures,
        _ after: WordFeatures,
        _ before2: WordFeatures,
        _ after2: WordFeatures
    ) {
        add(0, 1)
        add(1, here.form)
        add(2, here.folded)
        add(3, before.folded)
        add(4, after.folded)
        add(5, before2.folded)
        add(6, after2.folded)
        add(7, before.folded, here.folded)
        add(8, here.folded, after.folded)
        add(9, before2.folded, before.folded)
        add(10, after.folded, after2.folded)
        add(11, before.folded, after.folded)
        add(12, before.folded, here.shape)
        add(13, after.folded, here.shape)
    }

    mutating func addForms(_ here: WordFeatures, _ before: WordFeatures, _ after: WordFeatures) {
        add(20, here.shape)
        add(21, before.shape, here.shape)
        add(22, here.shape, after.shape)
        add(23, before.shape, here.shape, after.shape)
        add(24, here.prefixes[1])
        add(25, here.prefixes[2])
        add(26, here.suffixes[1])
        add(27, here.suffixes[2])
        add(28, here.suffixes[3])
        add(29, here.suffixes[2], here.shape)
        add(30, before.suffixes[2], here.shape)
        add(31, after.suffixes[2], here.shape)
        if here.folded != here.lower {
            add(32, here.shape, before.folded != before.lower ? 1 : 0, after.folded != after.lower ? 1 : 0)
        }
    }

    mutating func addClasses(
        _ here: WordFeatures,
        _ before: WordFeatures,
        _ after: WordFeatures,
        _ before2: WordFeatures,
        _ after2: WordFeatures
    ) {
        let shape = here.shape
        add(40, UInt64(here.classes.coarse), shape)
        add(41, UInt64(here.classes.middle), shape)
        add(42, UInt64(here.classes.fine))
        add(43, UInt64(before.classes.middle), shape)
        add(44, UInt64(after.classes.middle), shape)
        add(45, UInt64(before.classes.fine))
        add(46, UInt64(after.classes.fine))
        add(47, UInt64(before2.classes.coarse), UInt64(before.classes.coarse), shape)
        add(48, UInt64(after.classes.coarse), UInt64(after2.classes.coarse), shape)
        add(49, UInt64(before.classes.middle), UInt64(here.classes.middle))
        add(50, UInt64(here.classes.middle), UInt64(after.classes.middle))
        add(51, UInt64(before.classes.coarse), UInt64(here.classes.coarse), UInt64(after.classes.coarse))
    }
}
