// Stands between the program and its disk (LD_PRELOAD): counts writes and syncs of the database,
// and at the FAULT_AT-th kills the process, fails, or only writes down what was done.
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
#include <sys/syscall.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long count = 0;

// 1 for the database, 2 for its log, 0 for anything else.
static int ours(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    if (n <= 0) return 0;
    path[n] = 0;
    if (n > 7 && !strcmp(path + n - 7, ".sqlite")) return 1;
    if (n > 11 && !strcmp(path + n - 11, ".sqlite-wal")) return 2;
    return 0;
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
    char head[18] = {what, (char)file};
    memcpy(head + 2, &at, 8);
    memcpy(head + 10, &size, 8);
    put(head, sizeof head);
    if (data) put(data, (size_t)size);
}

// The error that this call has to meet, or 0.
static int fault(int is_sync) {
    const char *kind = getenv("FAULT_KIND"), *at = getenv("FAULT_AT");
    if (!kind) return 0;
    int counts = !strcmp(kind, "kill") || (is_sync ? !strcmp(kind, "eio") : !strcmp(kind, "full"));
    if (!counts) return 0;
    count++;
    long due = at ? atol(at) : 0;
    if (count != due && !(getenv("FAULT_STAYS") && count > due)) return 0;
    if (!strcmp(kind, "kill")) kill(getpid(), SIGKILL);
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

static int flush(int fd, long call) {
    int file = ours(fd);
    if (!file) return (int)syscall(call, fd);
    pthread_mutex_lock(&lock);
    int error = fault(1);
    // FAULT_LIES is a disk that forgets to sync: with it the harness has to find losses.
    int lies = getenv("FAULT_LIES") != NULL;
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
