import Site

/// The fixed sentences of the front desk's queue.
extension Words {
    static let callNext = Words("Panggil berikutnya", "Call the next one")
    static let callAgain = Words("Panggil nomor ini", "Call this number")
    static let callOneAgain = Words(
        "Panggil lagi, atau nomor yang terlewat",
        "Call again, or a number that was missed"
    )
    static let whichNumber = Words("Nomor antrean", "Queue number")
    static let giveNumber = Words("Beri nomor antrean", "Give a queue number")
    static let yourWindow = Words("Anda di loket ke berapa?", "Which window are you at?")
    static let windowNotRead = Words(
        "Tulis nomor loket, dari 1 sampai \(QueueDay.mostWindows)",
        "Write the window's number, from 1 to \(QueueDay.mostWindows)"
    )
    static let queueNumber = Words("Nomor antrean", "Queue number")
    static let printSlip = Words("Cetak karcis", "Print the slip")
    static let orWriteIt = Words(
        "Tanpa pencetak: tulis nomor ini di secarik kertas.",
        "Without a printer: write this number on a slip of paper."
    )
    static let nowWaiting = Words("Menunggu", "Waiting")
    static let calledLast = Words("Dipanggil terakhir", "Called last")
    static let calledNow = Words("Nomor yang dipanggil", "Number called")
    static let calledBefore = Words("Dipanggil sebelumnya", "Called before")
    static let noQueueToday = Words(
        "Belum ada nomor antrean hari ini.",
        "No queue number was given today."
    )
    static let nobodyCalled = Words(
        "Belum ada nomor yang dipanggil hari ini.",
        "No number was called today."
    )
    static let nobodyWaits = Words("Tidak ada yang menunggu.", "Nobody is waiting.")
    static let noSuchNumber = Words(
        "Nomor itu belum diberikan hari ini. Periksa karcisnya.",
        "That number was not given today. Check the slip."
    )
    static let waitingRoomScreen = Words("Layar ruang tunggu", "Screen of the waiting room")
    static let lookAgain = Words("Lihat lagi", "Look again")
    static let queueToday = Words("Antrean hari ini", "Today's queue")
    static let followOnPhone = Words("Ikuti antrean dari ponsel", "Follow the queue on a phone")
    static let waitForNumber = Words(
        "Tunggu sampai nomor ini dipanggil. Yang terlewat boleh minta dipanggil lagi.",
        "Wait until this number is called. If you missed it, ask to be called again."
    )

    static func queueOf(_ office: String) -> Words {
        Words("Antrean \(office)", "Queue of \(office)")
    }

    static func toWindow(_ window: Int) -> Words {
        Words("Silakan ke loket \(window)", "Please come to window \(window)")
    }

    static func called(_ call: QueueDay.Call) -> Words {
        let number = QueueNumber.shown(call.number)
        return Words("\(number) ke loket \(call.window)", "\(number) to window \(call.window)")
    }

    static func wasCalled(_ call: QueueDay.Call) -> Words {
        let number = QueueNumber.shown(call.number)
        return Words(
            "Nomor \(number) dipanggil ke loket \(call.window).",
            "Number \(number) was called to window \(call.window)."
        )
    }

    static func waiting(_ many: Int) -> Words {
        Words("\(many) orang menunggu.", "\(many) waiting.")
    }

    static func asOf(_ time: String) -> Words {
        Words("Keadaan pukul \(time).", "As of \(time).")
    }
}
