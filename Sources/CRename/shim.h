#pragma once
#include <sys/syscall.h>

// Declared here instead of including unistd.h: what that declares belongs to the module Glibc.
extern long syscall(long number, ...);

/// Renames `from` to `to` in one step, and fails with EEXIST where `to` is there already.
///
/// glibc shows its own `renameat2` to programs that ask for GNU extensions only, which Swift's does not.
static inline int pledged_rename_without_replacing(const char *from, const char *to) {
    const int working_folder = -100;    // AT_FDCWD of fcntl.h
    const unsigned int no_replace = 1;  // RENAME_NOREPLACE of linux/fs.h
    return (int)syscall(SYS_renameat2, working_folder, from, working_folder, to, no_replace);
}
