/// Why an entry of the drop folder is not taken for an article.
public enum SkipReason: String, Hashable, Sendable, CaseIterable {
    /// Its name begins with a dot.
    case hidden
    /// Its name is that of an editor's or a copy program's temporary file.
    case temporary
    /// Its name is that of a download or an upload under way.
    case partial
    /// Its name is that of an operating system's own file.
    case systemFile = "system-file"
    /// Its name ends as the configuration says.
    case configured
    /// The drop folder is flat.
    case folder
}
