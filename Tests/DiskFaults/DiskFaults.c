// A disk that fails when a test says so, and that writes down what was done to it.
//
// Loaded before the C library (LD_PRELOAD), it stands between a program and the calls that change files below one folder:
//
//   DISK_FOLDER   the folder; what lies elsewhere is left alone
//   DISK_FAULTS   a file that may come and go while the program runs: a line a fault, `calls errno end-of-path`,
//                 calls being some of open, open-to-write, create, write, truncate, sync, rename, unlink, mkdir, space,
//                 with commas between
//   DISK_KILL     `write 7`, `sync 7` or `synced 7`: the program is killed in the middle of its seventh write, before its
//                 seventh sync, or after it; those of the database alone are counted
//   DISK_RECORD   a file to which every change is added in the order in which they took place, every sync, and the
//                 beginning of everything that leaves by a socket (what the program told the world, and when)
//
// A disk without room (ENOSPC) takes half of what it is given, as write(2) on Linux does, until nothing is left to halve.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

// What the record says of one call. Numbers as the machine has them; the path and the octets follow.
enum kind { CREATED = 1, WRITTEN, TRUNCATED, SYNCED, RENAMED, UNLINKED, MADE_FOLDER, TOLD };
struct entry {
  uint32_t kind;
  uint32_t path_length;
  uint64_t offset;
  uint64_t length;
};

// Changes and their lines in the record are one step: what another thread may have seen is in the record already.
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

#define NEXT(name) \
  static __typeof__(name) *next; \
  if (!next) next = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

// MARK: Where a call goes

static int is_below_folder(const char *path) {
  const char *folder = getenv("DISK_FOLDER");
  size_t length = folder ? strlen(folder) : 0;
  return length > 0 && strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

// The path of an open file below the folder; 0 for any other. The write-ahead index is no part of what lasts: SQLite
// makes it anew after a crash.
static int path_of(int file, char *path, size_t room) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, room - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return is_below_folder(path);
}

static int is_lasting(const char *path) {
  size_t length = strlen(path);
  return length < 4 || strcmp(path + length - 4, "-shm") != 0;
}

// MARK: Faults

static int names_call(const char *calls, const char *call) {
  size_t length = strlen(call);
  for (const char *at = calls; (at = strstr(at, call)); at += length)
    if ((at == calls || at[-1] == ',') && (at[length] == 0 || at[length] == ',')) return 1;
  return 0;
}

static int ends_with(const char *path, const char *end) {
  size_t path_length = strlen(path), length = strlen(end);
  return length <= path_length && strcmp(path + path_length - length, end) == 0;
}

// The errno with which a call on a path fails just now, or 0.
static int fault(const char *call, const char *path) {
  const char *faults = getenv("DISK_FAULTS");
  if (!faults) return 0;
  int kept = errno, found = 0, number;
  char line[1024], calls[128], end[512];
  int file = (int)syscall(SYS_openat, AT_FDCWD, faults, O_RDONLY | O_CLOEXEC, 0);
  ssize_t length = file < 0 ? 0 : syscall(SYS_read, file, line, sizeof line - 1);
  if (file >= 0) syscall(SYS_close, file);
  line[length > 0 ? length : 0] = 0;
  char *rest = NULL;
  for (char *one = strtok_r(line, "\n", &rest); one && !found; one = strtok_r(NULL, "\n", &rest))
    if (sscanf(one, "%127s %d %511s", calls, &number, end) == 3 && names_call(calls, call) && ends_with(path, end))
      found = number;
  errno = kept;
  return found;
}

static int fails(const char *call, const char *path) {
  int number = fault(call, path);
  if (number) errno = number;
  return number;
}

// Whether this is the call to die at. Called with the turn held, so that calls are counted one by one.
static int is_last(const char *call, const char *path, long *count) {
  const char *order = getenv("DISK_KILL");
  char named[16];
  long number;
  if (!order || !strstr(path, ".sqlite") || sscanf(order, "%15s %ld", named, &number) != 2 || strcmp(named, call) != 0) return 0;
  return ++*count == number;
}

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

// MARK: The record

static void put(int kind, const char *path, uint64_t offset, const struct iovec *parts, int count, uint64_t length) {
  const char *record = getenv("DISK_RECORD");
  if (!record || !is_lasting(path)) return;
  int kept = errno;
  static int file = -1;
  if (file < 0) file = (int)syscall(SYS_openat, AT_FDCWD, record, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  struct entry entry = {(uint32_t)kind, (uint32_t)strlen(path), offset, length};
  struct iovec head[2] = {{&entry, sizeof entry}, {(void *)path, entry.path_length}};
  syscall(SYS_writev, file, head, 2);
  for (int part = 0; part < count && length > 0; part++) {
    uint64_t taken = parts[part].iov_len < length ? parts[part].iov_len : length;
    syscall(SYS_write, file, parts[part].iov_base, taken);
    length -= taken;
  }
  errno = kept;
}

static void put_call(int kind, const char *path, const char *more) {
  struct iovec part = {(void *)more, strlen(more)};
  put(kind, path, 0, &part, 1, part.iov_len);
}

// What leaves by a socket is recorded before it leaves: by then all that it rests upon must be on disk.
static void put_told(int file, const struct iovec *parts, int count) {
  if (!getenv("DISK_RECORD")) return;
  struct stat facts;
  if (fstat(file, &facts) != 0 || !S_ISSOCK(facts.st_mode)) return;
  uint64_t length = 0;
  for (int part = 0; part < count; part++) length += parts[part].iov_len;
  pthread_mutex_lock(&turn);
  put(TOLD, "", 0, parts, count, length < 1024 ? length : 1024);
  pthread_mutex_unlock(&turn);
}

// MARK: Opening

static int open_file(int folder, const char *path, int flags, mode_t mode) {
  char known[4096];
  int is_new = 0, result;
  if (folder != AT_FDCWD || !is_below_folder(path)) return (int)syscall(SYS_openat, folder, path, flags, mode);
  pthread_mutex_lock(&turn);
  if (flags & O_CREAT) is_new = syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0;
  if (fails("open", path) || (is_new && fails("create", path))) {
    result = -1;
  } else if ((flags & O_ACCMODE) != O_RDONLY && fails("open-to-write", path)) {
    result = -1;
  } else {
    result = (int)syscall(SYS_openat, folder, path, flags, mode);
    if (result >= 0 && is_new) put_call(CREATED, path, "");
    if (result >= 0 && !is_new && (flags & O_TRUNC) && path_of(result, known, sizeof known))
      put(TRUNCATED, path, 0, NULL, 0, 0);
  }
  pthread_mutex_unlock(&turn);
  return result;
}

#define MODE(flags) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | O_TMPFILE)) { \
    va_list rest; \
    va_start(rest, flags); \
    mode = (mode_t)va_arg(rest, unsigned); \
    va_end(rest); \
  }

int open(const char *path, int flags, ...) { MODE(flags) return open_file(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return open_file(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE(flags) return open_file(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE(flags) return open_file(folder, path, flags, mode); }

// MARK: Writing

// Where a write without an offset goes.
static uint64_t position(int file) {
  struct stat facts;
  if ((fcntl(file, F_GETFL) & O_APPEND) && fstat(file, &facts) == 0) return (uint64_t)facts.st_size;
  off_t at = lseek(file, 0, SEEK_CUR);
  return at < 0 ? 0 : (uint64_t)at;
}

// How much of a write a fault leaves: all, half, or nothing (-1).
static ssize_t room(const char *path, size_t count) {
  int number = fault("write", path);
  if (number == 0) return (ssize_t)count;
  if (number == ENOSPC && count > 1) return (ssize_t)(count / 2);
  errno = number;
  return -1;
}

static ssize_t write_at(int file, const void *octets, size_t count, off_t offset, int is_positioned) {
  char path[4096];
  if (!path_of(file, path, sizeof path))
    return is_positioned ? syscall(SYS_pwrite64, file, octets, count, offset) : syscall(SYS_write, file, octets, count);
  pthread_mutex_lock(&turn);
  ssize_t result = room(path, count);
  uint64_t at = is_positioned ? (uint64_t)offset : position(file);
  static long writes;
  int dies = is_last("write", path, &writes);
  if (dies) result = (ssize_t)(count / 2);
  if (result >= 0) {
    result = is_positioned ? syscall(SYS_pwrite64, file, octets, result, offset) : syscall(SYS_write, file, octets, result);
    struct iovec part = {(void *)octets, count};
    if (dies) die();
    if (result > 0) put(WRITTEN, path, at, &part, 1, (uint64_t)result);
  }
  pthread_mutex_unlock(&turn);
  return result;
}

ssize_t write(int file, const void *octets, size_t count) {
  struct iovec part = {(void *)octets, count};
  put_told(file, &part, 1);
  return write_at(file, octets, count, 0, 0);
}
ssize_t pwrite(int file, const void *octets, size_t count, off_t offset) { return write_at(file, octets, count, offset, 1); }
ssize_t pwrite64(int file, const void *octets, size_t count, off64_t offset) {
  return write_at(file, octets, count, offset, 1);
}

// Files are not written in parts by anything here: a test would see its bytes missing.
ssize_t writev(int file, const struct iovec *parts, int count) {
  put_told(file, parts, count);
  return syscall(SYS_writev, file, parts, count);
}

static int truncate_file(int file, off_t length) {
  char path[4096];
  if (!path_of(file, path, sizeof path)) return (int)syscall(SYS_ftruncate, file, length);
  pthread_mutex_lock(&turn);
  int result = fails("truncate", path) ? -1 : (int)syscall(SYS_ftruncate, file, length);
  if (result == 0) put(TRUNCATED, path, (uint64_t)length, NULL, 0, 0);
  pthread_mutex_unlock(&turn);
  return result;
}
int ftruncate(int file, off_t length) { return truncate_file(file, length); }
int ftruncate64(int file, off64_t length) { return truncate_file(file, length); }

static int sync_file(int file, long call) {
  char path[4096];
  if (!path_of(file, path, sizeof path)) return (int)syscall(call, file);
  pthread_mutex_lock(&turn);
  static long syncs, synced;
  if (is_last("sync", path, &syncs)) die();
  int result = fails("sync", path) ? -1 : (int)syscall(call, file);
  if (is_last("synced", path, &synced)) die();
  if (result == 0) put_call(SYNCED, path, "");
  pthread_mutex_unlock(&turn);
  return result;
}
int fsync(int file) { return sync_file(file, SYS_fsync); }
int fdatasync(int file) { return sync_file(file, SYS_fdatasync); }

// MARK: Names

int rename(const char *path, const char *target) {
  if (!is_below_folder(path)) return (int)syscall(SYS_renameat, AT_FDCWD, path, AT_FDCWD, target);
  pthread_mutex_lock(&turn);
  int result = fails("rename", target) ? -1 : (int)syscall(SYS_renameat, AT_FDCWD, path, AT_FDCWD, target);
  if (result == 0) put_call(RENAMED, path, target);
  pthread_mutex_unlock(&turn);
  return result;
}

int unlink(const char *path) {
  if (!is_below_folder(path)) return (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  pthread_mutex_lock(&turn);
  int result = fails("unlink", path) ? -1 : (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  if (result == 0) put_call(UNLINKED, path, "");
  pthread_mutex_unlock(&turn);
  return result;
}

int mkdir(const char *path, mode_t mode) {
  if (!is_below_folder(path)) return (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
  pthread_mutex_lock(&turn);
  int result = fails("mkdir", path) ? -1 : (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
  if (result == 0) put_call(MADE_FOLDER, path, "");
  pthread_mutex_unlock(&turn);
  return result;
}

// How much room there is: none on a disk that is full, and no matter on one that is read-only.
static int look(const char *path, struct statvfs *facts, int (*next)(const char *, struct statvfs *)) {
  int result = next(path, facts);
  int number = result == 0 && is_below_folder(path) ? fault("space", path) : 0;
  if (number == ENOSPC) facts->f_bavail = 0;
  if (number == EROFS) facts->f_flag |= ST_RDONLY;
  return result;
}
int statvfs(const char *path, struct statvfs *facts) {
  NEXT(statvfs);
  return look(path, facts, next);
}

// MARK: Telling the world

ssize_t send(int file, const void *octets, size_t count, int flags) {
  NEXT(send);
  struct iovec part = {(void *)octets, count};
  put_told(file, &part, 1);
  return next(file, octets, count, flags);
}

ssize_t sendmsg(int file, const struct msghdr *message, int flags) {
  NEXT(sendmsg);
  put_told(file, message->msg_iov, (int)message->msg_iovlen);
  return next(file, message, flags);
}
