// libinotifytools, and what Swift cannot see of the kernel's file interface by itself.
#pragma once
#include <dirent.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/vfs.h>
#include <inotifytools/inotifytools.h>

// `name` is a flexible array member, which Swift does not import.
static inline const char *pledged_event_name(const struct inotify_event *event) {
    return event->len ? event->name : 0;
}

// `d_name` is an array, which Swift imports as a tuple of 256.
static inline const char *pledged_entry_name(const struct dirent *entry) {
    return entry->d_name;
}
