// Stands between the program and its disk and clock (LD_PRELOAD). A control file, mapped by the
// harness too, says what has to happen at which write or sync, and counts what happened.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum { NONE, KILL, EIO_AT_SYNC, NO_ROOM };

// The same places as NAMES in disk.py.
struct control {
    int64_t kind, at, stays, seen, writes, syncs, met, lies, offset, moves;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static struct control *control(void) {
    static struct control *mapped = NULL, nothing;
    if (mapped) return mapped;
    const char *path = getenv("FAULT_CONTROL");
    int fd = path ? (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC) : -1;
    void *at = fd < 0 ? MAP_FAILED
                      : mmap(NULL, sizeof nothing, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (fd >= 0) syscall(SYS_close, fd);
    mapped = at == MAP_FAILED ? &nothing : at;
    return mapped;
}

// Uploaded files, keys, and the folder of a restore that is under way.
static int is_kept(const char *path) {
    return strstr(path, "/data/berkas") || strstr(path, "/data/kunci")
        || strstr(path, ".pemulihan") ? 3 : 0;
}

// 1 for the database, 2 for its log, 3 for what else is kept, 0 for anything else.
static int ours(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    if (n <= 0) return 0;
    path[n] = 0;
    if (n > 7 && !strcmp(path + n - 7, ".sqlite")) return 1;
    if (n > 11 && !strcmp(path + n - 11, ".sqlite-wal")) return 2;
    return is_kept(path);
}

static void put(const void *data, size_t size) {
    static int journal = -2;
    if (journal == -2) {
        const char *path = getenv("FAULT_JOURNAL");
        journal = path ? open(path, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600) : -1;
    }
    if (journal >= 0 && syscall(SYS_write, journal, data, size) != (long)size) abort();
}

static void note(char what, int file, int64_t at, int64_t size, const void *data) {
    if (file == 3) return;
    char head[18] = {what, (char)file};
    memcpy(head + 2, &at, 8);
    memcpy(head + 10, &size, 8);
    put(head, sizeof head);
    if (data) put(data, (size_t)size);
}

// The error that this call has to meet, or 0.
static int fault(int is_sync) {
    struct control *c = control();
    if (is_sync) c->syncs++; else c->writes++;
    int counts = c->kind == KILL || c->kind == (is_sync ? EIO_AT_SYNC : NO_ROOM);
    if (!counts) return 0;
    c->seen++;
    if (c->seen != c->at && !(c->stays && c->seen > c->at)) return 0;
    c->met++;
    if (c->kind == KILL) kill(getpid(), SIGKILL);
    return is_sync ? EIO : ENOSPC;
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
    int file = ours(fd);
    if (!file) return syscall(SYS_pwrite64, fd, data, size, at);
    pthread_mutex_lock(&lock);
    int error = fault(0);
    ssize_t done = error ? -1 : syscall(SYS_pwrite64, fd, data, size, at);
    if (done > 0) note('w', file, at, done, data);
    pthread_mutex_unlock(&lock);
    if (error) errno = error;
    return done;
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
    return pwrite64(fd, data, size, at);
}

ssize_t write(int fd, const void *data, size_t size) {
    if (ours(fd) != 3) return syscall(SYS_write, fd, data, size);
    pthread_mutex_lock(&lock);
    int error = fault(0);
    pthread_mutex_unlock(&lock);
    if (!error) return syscall(SYS_write, fd, data, size);
    errno = error;
    return -1;
}

static int flush(int fd, long call) {
    int file = ours(fd);
    if (!file) return (int)syscall(call, fd);
    pthread_mutex_lock(&lock);
    int error = fault(1);
    // A disk that lies forgets to sync: with it the harness has to find losses.
    int lies = control()->lies != 0;
    int done = error ? -1 : lies ? 0 : (int)syscall(call, fd);
    if (done == 0 && !lies) note('s', file, 0, 0, NULL);
    pthread_mutex_unlock(&lock);
    if (error) errno = error;
    return done;
}
int fdatasync(int fd) { return flush(fd, SYS_fdatasync); }
int fsync(int fd) { return flush(fd, SYS_fsync); }

int ftruncate64(int fd, off64_t size) {
    int file = ours(fd);
    pthread_mutex_lock(&lock);
    int done = (int)syscall(SYS_ftruncate, fd, size);
    if (file && done == 0) note('t', file, size, 0, NULL);
    pthread_mutex_unlock(&lock);
    return done;
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

// Names that come and go: only a kill meets them.
static void moving(const char *path) {
    if (!is_kept(path)) return;
    pthread_mutex_lock(&lock);
    struct control *c = control();
    c->moves++;
    if (c->kind == KILL && ++c->seen == c->at) {
        c->met++;
        kill(getpid(), SIGKILL);
    }
    pthread_mutex_unlock(&lock);
}
int rename(const char *from, const char *to) {
    moving(from);
    return (int)syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
}
int unlink(const char *path) {
    moving(path);
    return (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

// Only the clock that somebody can set is moved; the one that counts from the start is not.
int clock_gettime(clockid_t which, struct timespec *time) {
    int done = (int)syscall(SYS_clock_gettime, which, time);
    if (!done && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE))
        time->tv_sec += control()->offset;
    return done;
}
int gettimeofday(struct timeval *restrict time, void *restrict zone) {
    int done = (int)syscall(SYS_gettimeofday, time, zone);
    // The header says that it is never null.
    if (!done) time->tv_sec += control()->offset;
    return done;
}
time_t time(time_t *out) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (out) *out = now.tv_sec;
    return now.tv_sec;
}
