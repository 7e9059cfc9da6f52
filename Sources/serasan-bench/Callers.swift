import Foundation
import Synchronization

/// Many callers at once, each on a thread and a connection of its own.
struct Callers {
    let port: Int
    let count: Int

    /// Runs `body` for each caller and waits for all; the first fault is thrown.
    func all(_ body: @escaping @Sendable (Int, Wire) throws -> Void) throws {
        let done = DispatchSemaphore(value: 0)
        let fault = Shared<(any Error)?>(nil)
        for caller in 0..<count {
            Thread.detachNewThread { [port] in
                do {
                    try body(caller, try Wire(port: port))
                } catch {
                    fault.set(error)
                }
                done.signal()
            }
        }
        for _ in 0..<count { done.wait() }
        if let fault = fault.value { throw fault }
    }
}

/// A value that callers share.
final class Shared<Value: Sendable>: Sendable {
    private let held: Mutex<Value>

    init(_ value: Value) { held = Mutex(value) }

    var value: Value { held.withLock { $0 } }

    func set(_ value: Value) { held.withLock { $0 = value } }

    func change(_ body: (inout Value) -> Void) { held.withLock { body(&$0) } }
}
