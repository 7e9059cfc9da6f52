import Glibc

/// A semaphore whose waits are measured by the clock that nobody can set.
///
/// Dispatch measures its own by the time of day: where that is set back meanwhile, a wait of some
/// microseconds lasts until the old time comes round again, and every commit with it.
final class WakeUp: @unchecked Sendable {
    // Their places in memory must not move while somebody waits.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    /// Signals that nobody has taken; under the mutex.
    private var count = 0

    init() {
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
        pthread_mutex_init(mutex, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    func signal() {
        pthread_mutex_lock(mutex)
        count += 1
        pthread_cond_signal(condition)
        pthread_mutex_unlock(mutex)
    }

    func wait() {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while count == 0 { pthread_cond_wait(condition, mutex) }
        count -= 1
    }

    /// False where nobody signalled until then, in nanoseconds of `now`.
    func wait(until: UInt64) -> Bool {
        var moment = timespec(
            tv_sec: Int(until / 1_000_000_000),
            tv_nsec: Int(until % 1_000_000_000)
        )
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while count == 0 {
            if pthread_cond_timedwait(condition, mutex, &moment) == ETIMEDOUT { return false }
        }
        count -= 1
        return true
    }

    static var now: UInt64 {
        var moment = timespec()
        clock_gettime(CLOCK_MONOTONIC, &moment)
        return UInt64(moment.tv_sec) * 1_000_000_000 + UInt64(moment.tv_nsec)
    }
}
