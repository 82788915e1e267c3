// Renaming that never replaces.
#pragma once
#include <sys/syscall.h>

// Declared here instead of including unistd.h: what that declares belongs to the module Glibc.
extern long syscall(long number, ...);

/// Renames `from` in the folder `from_folder` to `to` in `to_folder` in one step, and fails with EEXIST where `to` is
/// there already. A folder is a descriptor, or AT_FDCWD.
///
/// glibc shows its own `renameat2` to programs that ask for GNU extensions only, which Swift's does not.
static inline int pledged_rename_without_replacing(int from_folder, const char *from, int to_folder, const char *to) {
    const unsigned int no_replace = 1;  // RENAME_NOREPLACE of linux/fs.h
    return (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, no_replace);
}
