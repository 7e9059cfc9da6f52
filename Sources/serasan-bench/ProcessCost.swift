import Foundation

/// CPU time and memory of a process, as the kernel counts them.
struct ProcessCost {
    /// User and system time, of all its threads, in microseconds; the kernel says ticks of 10 ms.
    let microseconds: Double

    init(of process: Int) throws {
        let text = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        // The name in the second field may hold spaces: count from behind it.
        guard let end = text.lastIndex(of: ")") else { throw BenchFault("no such process") }
        let fields = text[text.index(after: end)...].split(separator: " ")
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12])
        else { throw BenchFault("no such process") }
        microseconds = (user + system) * 1e6 / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// This process, this far, in microseconds.
    static var here: Double { Double(clock()) }
}

/// Sees to it that a waiting script reads what was printed.
func flushOutput() { fflush(nil) }
