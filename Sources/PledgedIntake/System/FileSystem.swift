/// The kind of file system that a folder lies on.
struct FileSystem: Hashable, Sendable {
    let name: String
    /// True where other machines can change files without this one's kernel announcing it.
    let isRemote: Bool
    /// True where an entry's device may differ from its folder's though both lie in one mount.
    let isLayered: Bool

    /// Reads `f_type` of statfs(2).
    init(magic: UInt32) {
        (name, isRemote) = Self.known[magic] ?? ("0x" + String(magic, radix: 16), false)
        isLayered = name == "overlay"
    }

    private static let known: [UInt32: (String, Bool)] = [
        0x0000_6969: ("nfs", true), 0x0000_517B: ("smb", true), 0xFF53_4D42: ("cifs", true),
        0xFE53_4D42: ("smb2", true), 0x6573_5546: ("fuse", true), 0x0102_1997: ("9p", true),
        0x5346_414F: ("afs", true), 0x6B41_4653: ("afs", true), 0x00C3_6400: ("ceph", true),
        0x7375_7245: ("coda", true), 0x0BD0_0BD3: ("lustre", true), 0x7461_636F: ("ocfs2", true),
        0x0116_1970: ("gfs2", true), 0x786F_4256: ("vboxsf", true), 0x4750_4653: ("gpfs", true),
        0x794C_7630: ("overlay", false), 0x0000_EF53: ("ext4", false), 0x0102_1994: ("tmpfs", false),
        0x5846_5342: ("xfs", false), 0x9123_683E: ("btrfs", false), 0x2FC1_2FC1: ("zfs", false),
        0xF2F5_2010: ("f2fs", false), 0x0000_4D44: ("vfat", false), 0x2011_BAB0: ("exfat", false),
        0x8584_58F6: ("ramfs", false), 0xCA45_1A4E: ("bcachefs", false),
    ]
}
