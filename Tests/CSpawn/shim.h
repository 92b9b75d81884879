#ifndef HELPLINK_CSPAWN_SHIM_H
#define HELPLINK_CSPAWN_SHIM_H

#include <spawn.h>

/* glibc has both (2.34), but declares them for _GNU_SOURCE alone, and Swift's module of glibc is made without it. */

extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *folder);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

#endif
