package import Ledger

/// An engine that several nodes are at work on, whichever it is.
package struct EngineOfNodes: EngineOver {
    package let real: any Engine

    package init(_ real: any Engine) { self.real = real }

    package var hasNodes: Bool { true }
}
