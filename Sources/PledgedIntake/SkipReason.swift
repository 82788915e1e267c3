/// Why an entry of the drop folder is not taken for an article.
///
/// It stays where it is. Capitals make no difference to any name but the configured ones.
public enum SkipReason: String, Hashable, Sendable, CaseIterable {
    /// Its name begins with a dot.
    case hidden
    /// Its name is that of an editor's or a copy program's temporary file.
    ///
    /// `*~`, `#*#`, `~$*`, `*.tmp`, `*.temp`, `*.swp`, `*.swo`, `*.swx`, `*.lock`, `*.lck`.
    case temporary
    /// Its name is that of a download or an upload under way.
    ///
    /// `*.part`, `*.partial`, `*.filepart`, `*.crdownload`, `*.download`, `*.opdownload`, `*.uploading`, `*.incomplete`,
    /// `*.aria2`, `*.!ut`, `*.!qb`.
    case partial
    /// Its name is that of an operating system's own file.
    ///
    /// `desktop.ini`, `Thumbs.db`, `ehthumbs.db`, `.DS_Store`, `__MACOSX`, `@eaDir`, `#recycle`, `$RECYCLE.BIN`,
    /// `lost+found`, `System Volume Information`, `.directory`, `Icon` with a carriage return.
    case systemFile = "system-file"
    /// Its name ends as the configuration says.
    case configured
    /// The drop folder is flat.
    case folder
}
