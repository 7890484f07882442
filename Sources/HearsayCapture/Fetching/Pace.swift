internal import Glibc

/// The time by which fetches are spaced, and how it is waited for. It is no time of day.
public struct Pace: Sendable {
    /// Seconds since some moment.
    let now: @Sendable () -> Double
    /// Waits for some seconds.
    let wait: @Sendable (Double) -> Void

    /// A time of the caller's own, for tests.
    public init(now: @escaping @Sendable () -> Double, wait: @escaping @Sendable (Double) -> Void) {
        (self.now, self.wait) = (now, wait)
    }

    /// The machine's.
    public static let system = Pace(
        now: {
            var time = timespec()
            clock_gettime(CLOCK_MONOTONIC, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        },
        wait: { usleep(UInt32(max(0, min($0, 60)) * 1e6)) })
}
