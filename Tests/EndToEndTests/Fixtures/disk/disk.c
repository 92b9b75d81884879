// A disk that fails, dies or remembers, put before a program's own by LD_PRELOAD. Only files below DISK_FOLDER are touched.
//
//   DISK_ORDERS  a file that is read at every call; "fail write 28" or "fail sync 5" make that fail with an errno
//   DISK_KILL    "write 7", "sync 7" or "synced 7": the process is killed in the middle of its 7th write, before its 7th sync,
//                or after it
//   DISK_LOG     a file that every write, truncation and sync is added to, in order, with the answers (HTTP) and the
//                recipients (SMTP) that leave through sockets between them
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 4096
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char *paths[MOST_FILES];
static long counts[3];
static int log_file = -1;

static void note(const char *head, const void *bytes, size_t count) {
  const char *log = getenv("DISK_LOG");
  if (!log) return;
  if (log_file < 0) log_file = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  struct iovec parts[2] = {{(void *)head, strlen(head)}, {(void *)bytes, count}};
  if (log_file >= 0) syscall(SYS_writev, log_file, parts, bytes ? 2 : 1);
}

static const char *path_of(int file) { return file >= 0 && file < MOST_FILES ? paths[file] : NULL; }

static int opened(int file, const char *path) {
  const char *folder = getenv("DISK_FOLDER");
  if (file < 0 || file >= MOST_FILES) return file;
  pthread_mutex_lock(&turn);
  free(paths[file]);
  paths[file] = folder && path && !strncmp(path, folder, strlen(folder)) ? strdup(path) : NULL;
  pthread_mutex_unlock(&turn);
  return file;
}

// The errno that an order gives for "write" or "sync"; 0 when all is well.
static int fault(const char *what) {
  const char *orders = getenv("DISK_ORDERS");
  char text[64] = {0}, named[16] = {0};
  int number = 0;
  if (!orders) return 0;
  int file = syscall(SYS_openat, AT_FDCWD, orders, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  syscall(SYS_read, file, text, sizeof text - 1);
  syscall(SYS_close, file);
  return sscanf(text, "fail %15s %d", named, &number) == 2 && !strcmp(named, what) ? number : 0;
}

static int is_last(int kind, const char *what) {
  const char *order = getenv("DISK_KILL");
  char named[16] = {0};
  long number = 0;
  if (!order || sscanf(order, "%15s %ld", named, &number) != 2 || strcmp(named, what)) return 0;
  return __atomic_add_fetch(&counts[kind], 1, __ATOMIC_SEQ_CST) == number;
}

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

static int open_any(int (*real)(const char *, int, ...), const char *path, int flags, mode_t mode) {
  return opened(real(path, flags, mode), path);
}

#define OPEN(name)                                       \
  int name(const char *path, int flags, ...) {           \
    va_list rest;                                        \
    va_start(rest, flags);                               \
    mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest);                                        \
    return open_any(REAL(name), path, flags, mode);      \
  }
OPEN(open)
OPEN(open64)

int close(int file) {
  opened(file, NULL);
  return REAL(close)(file);
}

static ssize_t write_at(int file, const void *bytes, size_t count, off64_t offset) {
  const char *path = path_of(file);
  int error = fault("write");
  if (error) {
    errno = error;
    return -1;
  }
  pthread_mutex_lock(&turn);
  int dies = is_last(0, "write");
  off64_t at = offset >= 0 ? offset : lseek64(file, 0, SEEK_CUR);
  ssize_t done = offset >= 0 ? syscall(SYS_pwrite64, file, bytes, dies ? count / 2 : count, offset)
                             : syscall(SYS_write, file, bytes, dies ? count / 2 : count);
  if (dies) die();
  if (done > 0) {
    char head[4200];
    snprintf(head, sizeof head, "W %lld %zd %s\n", (long long)at, done, path);
    note(head, bytes, done);
  }
  pthread_mutex_unlock(&turn);
  return done;
}

// What leaves through a socket: the status of an answer, the recipient of a message.
static void leaves(const void *bytes, size_t count) {
  char head[300];
  if (!getenv("DISK_LOG")) return;
  if (count > 12 && !memcmp(bytes, "HTTP/1.1 ", 9)) {
    snprintf(head, sizeof head, "A %.3s\n", (const char *)bytes + 9);
    note(head, NULL, 0);
  }
  if (count > 9 && count < 290 && !memcmp(bytes, "RCPT TO:<", 9)) {
    int length = (int)strcspn((const char *)bytes + 9, ">");
    snprintf(head, sizeof head, "M %.*s\n", length, (const char *)bytes + 9);
    note(head, NULL, 0);
  }
}

ssize_t write(int file, const void *bytes, size_t count) {
  if (path_of(file)) return write_at(file, bytes, count, -1);
  leaves(bytes, count);
  return REAL(write)(file, bytes, count);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  return path_of(file) ? write_at(file, bytes, count, offset) : REAL(pwrite)(file, bytes, count, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  return path_of(file) ? write_at(file, bytes, count, offset) : REAL(pwrite64)(file, bytes, count, offset);
}

ssize_t writev(int file, const struct iovec *parts, int count) {
  if (count > 0) leaves(parts[0].iov_base, parts[0].iov_len);
  return REAL(writev)(file, parts, count);
}

ssize_t send(int socket, const void *bytes, size_t count, int flags) {
  leaves(bytes, count);
  return REAL(send)(socket, bytes, count, flags);
}

static int sync_any(int (*real)(int), int file) {
  const char *path = path_of(file);
  if (!path) return real(file);
  int error = fault("sync");
  if (error) {
    errno = error;
    return -1;
  }
  pthread_mutex_lock(&turn);
  if (is_last(1, "sync")) die();
  int done = real(file);
  if (is_last(2, "synced")) die();
  char head[4200];
  snprintf(head, sizeof head, "S %s\n", path);
  if (done == 0) note(head, NULL, 0);
  pthread_mutex_unlock(&turn);
  return done;
}

int fsync(int file) { return sync_any(REAL(fsync), file); }
int fdatasync(int file) { return sync_any(REAL(fdatasync), file); }

static int truncate_any(int (*real)(int, off64_t), int file, off64_t length) {
  const char *path = path_of(file);
  int error = path ? fault("write") : 0;
  if (error) {
    errno = error;
    return -1;
  }
  int done = real(file, length);
  char head[4200];
  snprintf(head, sizeof head, "T %lld %s\n", (long long)length, path);
  if (path && done == 0) note(head, NULL, 0);
  return done;
}

int ftruncate(int file, off_t length) { return truncate_any((int (*)(int, off64_t))REAL(ftruncate), file, length); }
int ftruncate64(int file, off64_t length) { return truncate_any(REAL(ftruncate64), file, length); }
