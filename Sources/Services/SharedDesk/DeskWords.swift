import Site

/// The fixed sentences of computers that several officials share.
extension Words {
    static let whoSitsHere = Words("Siapa yang bertugas sekarang?", "Who is on duty now?")
    static let yourPIN = Words("PIN Anda (6 angka)", "Your PIN (6 digits)")
    static let choosePerson = Words("Pilih nama Anda", "Choose your name")
    static let changeNow = Words("Ganti", "Change")
    static let fullLogIn = Words("Masuk dengan sandi", "Sign in with your password")
    static let sharedDesk = Words("Komputer bersama", "Shared computer")
    static let notShared = Words(
        "Komputer ini bukan komputer bersama. Jadikan komputer bersama dulu, atau masuk dengan "
            + "sandi.",
        "This is no shared computer. Make it one first, or sign in with your password."
    )
    static let nobodyHere = Words(
        "Belum ada rekan yang masuk dengan sandi di komputer ini hari ini dan punya PIN.",
        "No colleague with a PIN has signed in with a password on this computer today."
    )
    static let whatSharingMeans = Words(
        "Di komputer bersama, rekan yang hari ini sudah masuk dengan sandi bisa bergantian dengan "
            + "PIN. Tanda tangan tetap meminta sandi.",
        "On a shared computer, colleagues who signed in with a password today change by PIN. "
            + "Signing still asks for the password."
    )
    static let unitOfDesk = Words("Milik unit", "Desk of the unit")
    static let chooseUnit = Words("Pilih unit", "Choose a unit")
    static let shareIt = Words("Jadikan komputer bersama", "Make it a shared computer")
    static let stopSharing = Words("Bukan komputer bersama lagi", "Stop sharing it")
    static let setPIN = Words("Simpan PIN", "Save the PIN")
    static let newPIN = Words("PIN baru (6 angka)", "New PIN (6 digits)")
    static let pinKept = Words("PIN tersimpan.", "The PIN is saved.")
    static let passwordAgain = Words("Sandi diminta lagi", "The password is asked for again")
    static let signingNeedsPassword = Words(
        "Anda masuk dengan PIN. Untuk menandatangani, masuk dengan sandi. Setelah itu Anda "
            + "kembali ke halaman tadi.",
        "You came in by PIN. To sign, sign in with your password. Then you are back at that page."
    )
}
