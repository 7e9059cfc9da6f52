import CCurl
import Foundation
import Synchronization

/// One transfer by libcurl on a thread of its own: bounded in time, to one address, without
/// redirects, proxies or words of the other side in our log.
package final class Transfer: Sendable {
    /// Where to, and what.
    struct Order: Sendable {
        var address: String
        var body: [UInt8]
        var schemes: String
        var headers: [String] = []
        var mail: Mail?
        var authorityFile: String?

        /// How many bytes of an answer are kept, 0 for none; a longer one ends the transfer.
        var mostOfAnswer = 0
        var connectSeconds = 10
        var totalSeconds = 45

        struct Mail: Sendable {
            var from: MailAddress
            var to: MailAddress

            /// Nothing is sent: whether the server answers is all that is asked.
            var isKnock = false
            var mustSecure: Bool
            var user: String?
            var password: String?
        }
    }

    /// How a transfer ended: libcurl's own code, and the last status of the other side.
    package struct Result: Sendable {
        package let code: UInt32
        package let status: Int

        /// Whether the whole body was handed over.
        package let wasRead: Bool

        /// What the other side said, where the order asks for it.
        package let answer: [UInt8]

        package init(code: UInt32, status: Int, wasRead: Bool, answer: [UInt8] = []) {
            self.code = code
            self.status = status
            self.wasRead = wasRead
            self.answer = answer
        }
    }

    private let order: Order
    private let isStopped = Atomic(false)
    private let read = Atomic(0)
    private let answer = Mutex<[UInt8]>([])
    private static let queue = DispatchQueue(label: "serasan.kabar", attributes: .concurrent)

    /// Prepares libcurl once for the process, with all that it can (`CURL_GLOBAL_ALL`).
    private static let isReady: Bool = curl_global_init(3) == CURLE_OK

    init(_ order: Order) { self.order = order }

    /// Runs it; ending the task ends the transfer.
    func run() async -> Result {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                Self.queue.async { continuation.resume(returning: self.perform()) }
            }
        } onCancel: {
            isStopped.store(true, ordering: .relaxed)
        }
    }

    private func perform() -> Result {
        guard Self.isReady, let handle = curl_easy_init() else {
            return Result(code: CURLE_FAILED_INIT.rawValue, status: 0, wasRead: false)
        }
        defer { curl_easy_cleanup(handle) }
        var lists: [UnsafeMutablePointer<curl_slist>?] = []
        defer { for list in lists { curl_slist_free_all(list) } }
        let about = Unmanaged.passUnretained(self).toOpaque()
        prepare(handle, about)
        if let mail = order.mail {
            lists.append(prepare(mail, on: handle))
        } else {
            lists.append(prepareCall(handle))
        }
        let code = curl_easy_perform(handle)
        return Result(
            code: code.rawValue,
            status: serasan_curl_status(handle),
            wasRead: read.load(ordering: .relaxed) == order.body.count,
            answer: answer.withLock { $0 }
        )
    }

    private func prepare(_ handle: UnsafeMutableRawPointer, _ about: UnsafeMutableRawPointer) {
        serasan_curl_text(handle, CURLOPT_URL, order.address)
        serasan_curl_text(handle, CURLOPT_PROTOCOLS_STR, order.schemes)
        serasan_curl_text(handle, CURLOPT_PROXY, "")
        serasan_curl_number(handle, CURLOPT_NOSIGNAL, 1)
        serasan_curl_number(handle, CURLOPT_FOLLOWLOCATION, 0)
        serasan_curl_number(handle, CURLOPT_CONNECTTIMEOUT, order.connectSeconds)
        serasan_curl_number(handle, CURLOPT_TIMEOUT, order.totalSeconds)
        serasan_curl_number(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let file = order.authorityFile { serasan_curl_text(handle, CURLOPT_CAINFO, file) }
        serasan_curl_writing(handle, Self.keep, about)
        serasan_curl_reading(handle, Self.give, about)
        serasan_curl_watching(handle, Self.watch, about)
    }

    private func prepare(
        _ mail: Order.Mail,
        on handle: UnsafeMutableRawPointer
    ) -> UnsafeMutablePointer<curl_slist>? {
        var to: UnsafeMutablePointer<curl_slist>?
        if mail.isKnock {
            serasan_curl_text(handle, CURLOPT_CUSTOMREQUEST, "NOOP")
        } else {
            serasan_curl_text(handle, CURLOPT_MAIL_FROM, "<\(mail.from)>")
            to = curl_slist_append(nil, "<\(mail.to)>")
            serasan_curl_list(handle, CURLOPT_MAIL_RCPT, to)
            serasan_curl_number(handle, CURLOPT_UPLOAD, 1)
        }
        if mail.mustSecure {
            serasan_curl_number(handle, CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))
        }
        if let user = mail.user, let password = mail.password {
            serasan_curl_text(handle, CURLOPT_USERNAME, user)
            serasan_curl_text(handle, CURLOPT_PASSWORD, password)
        }
        return to
    }

    private func prepareCall(
        _ handle: UnsafeMutableRawPointer
    ) -> UnsafeMutablePointer<curl_slist>? {
        serasan_curl_number(handle, CURLOPT_POST, 1)
        serasan_curl_number(handle, CURLOPT_POSTFIELDSIZE, order.body.count)
        // "Expect:" without a value: the body goes at once.
        var headers: UnsafeMutablePointer<curl_slist>?
        for line in order.headers + ["Expect:"] { headers = curl_slist_append(headers, line) }
        serasan_curl_list(handle, CURLOPT_HTTPHEADER, headers)
        return headers
    }

    private static let give: curl_read_callback = { buffer, size, count, about in
        guard let about, let buffer else { return 0 }
        let transfer = Unmanaged<Transfer>.fromOpaque(about).takeUnretainedValue()
        let start = transfer.read.load(ordering: .relaxed)
        let piece = transfer.order.body[start...].prefix(size * count)
        for (index, byte) in piece.enumerated() { buffer[index] = CChar(bitPattern: byte) }
        transfer.read.store(start + piece.count, ordering: .relaxed)
        return piece.count
    }

    private static let keep: curl_write_callback = { bytes, size, count, about in
        let length = size * count
        guard let about, let bytes else { return length }
        let transfer = Unmanaged<Transfer>.fromOpaque(about).takeUnretainedValue()
        let most = transfer.order.mostOfAnswer
        // Nobody asked: it is read and dropped.
        guard most > 0 else { return length }
        let piece = Array(UnsafeRawBufferPointer(start: bytes, count: length))
        return transfer.answer.withLock { answer in
            guard answer.count + length <= most else { return 0 }
            answer += piece
            return length
        }
    }

    private static let watch: curl_xferinfo_callback = { about, _, _, _, _ in
        guard let about else { return 0 }
        let transfer = Unmanaged<Transfer>.fromOpaque(about).takeUnretainedValue()
        return transfer.isStopped.load(ordering: .relaxed) ? 1 : 0
    }
}
