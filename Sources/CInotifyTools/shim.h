// libinotifytools, and what Swift cannot see of <sys/inotify.h> by itself.
#pragma once
#include <sys/inotify.h>
#include <inotifytools/inotifytools.h>

// `name` is a flexible array member, which Swift does not import.
static inline const char *pledged_event_name(const struct inotify_event *event) {
    return event->len ? event->name : 0;
}
