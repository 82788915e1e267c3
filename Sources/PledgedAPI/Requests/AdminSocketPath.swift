/// Where the socket for decisions lies by default.
public enum AdminSocketPath {
    /// Beside the readers' socket: "/run/pledged/pledged-admin.sock" for "/run/pledged/pledged.sock".
    public static func beside(_ path: String) -> String {
        path.hasSuffix(".sock") ? path.dropLast(5) + "-admin.sock" : path + "-admin"
    }
}
