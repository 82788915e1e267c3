import CSystemd

/// The listening socket that systemd hands over.
enum SystemdSocket {
    /// The descriptor of the first socket passed by `LISTEN_FDS`; nil where this process was started without.
    ///
    /// Takes the variables out of the environment, so that no child process mistakes them for its own.
    static func descriptor() -> Int32? {
        let count = sd_listen_fds(1)
        return count > 0 ? SD_LISTEN_FDS_START : nil
    }
}
