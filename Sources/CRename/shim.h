#pragma once
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Renames `from` to `to` in one step, and fails with EEXIST where `to` is there already.
///
/// glibc shows its own `renameat2` to programs that ask for GNU extensions only, which Swift's does not.
static inline int pledged_rename_without_replacing(const char *from, const char *to) {
    const unsigned int no_replace = 1;  // RENAME_NOREPLACE of linux/fs.h
    return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, no_replace);
}
