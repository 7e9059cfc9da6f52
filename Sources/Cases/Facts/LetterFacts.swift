package import Stories

/// A letter has its number and its code; its clean print waits for a signature.
package struct NumberedLetter: Hashable, Sendable {
    /// The name of this one letter.
    package let letter: OpaqueID
    package let template: Code

    /// As it is printed: `400.7/012/KEL-CU/2026`.
    package let number: Code

    /// The counter from which the running number comes, and that number.
    package let register: Code
    package let running: Int64
    package let day: Day

    /// The 128 bits behind the QR: `/v/{code}`.
    package let code: OpaqueID

    /// The duty that signs.
    package let signer: Code
    package let action: Code

    /// Where the case goes once it is signed.
    package let lead: Lead
    package let notify: Code?

    package init(
        letter: OpaqueID,
        template: Code,
        number: Code,
        register: Code,
        running: Int64,
        day: Day,
        code: OpaqueID,
        signer: Code,
        action: Code,
        lead: Lead,
        notify: Code? = nil
    ) {
        self.letter = letter
        self.template = template
        self.number = number
        self.register = register
        self.running = running
        self.day = day
        self.code = code
        self.signer = signer
        self.action = action
        self.lead = lead
        self.notify = notify
    }
}

/// A numbered letter is signed, and the case goes on.
package struct SignedLetter: Hashable, Sendable {
    package let letter: OpaqueID
    package let way: Way

    /// The scan of the paper, or the electronically signed file.
    package let file: OpaqueID

    /// Where the case goes now, with the step's target as of now.
    package let lead: Lead
    package let notify: Code?

    /// How a letter is signed.
    package enum Way: String, FactWord {
        /// On paper; its scan was uploaded.
        case scan = "pindaian"
        case electronic = "elektronik"
    }

    package init(
        letter: OpaqueID,
        way: Way,
        file: OpaqueID,
        lead: Lead,
        notify: Code? = nil
    ) {
        self.letter = letter
        self.way = way
        self.file = file
        self.lead = lead
        self.notify = notify
    }
}
