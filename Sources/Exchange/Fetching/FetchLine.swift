import CCurl
import Foundation
import Synchronization

/// One thing fetched from a partner's site by libcurl, on a thread of its own.
///
/// Bounded in bytes and time; no redirects, proxies, cookies, squeezed answers. The address that a
/// name leads to is looked at when the socket is opened, and the connection goes to that very one.
final class FetchLine: Sendable {
    private let url: String
    private let bounds: FetchBounds
    private let isLetIn: Bool
    private let authorityFile: String?

    private let isStopped = Atomic(false)
    private let ledInside = Atomic(false)
    private let isTooLarge = Atomic(false)
    private let headBytes = Atomic(0)
    private let body = Mutex<[UInt8]>([])

    private static let mostOfHead = 32_768
    private static let queue = DispatchQueue(label: "serasan.mitra", attributes: .concurrent)

    /// Prepares libcurl once for the process, with all that it can (`CURL_GLOBAL_ALL`).
    private static let isReady: Bool = curl_global_init(3) == CURLE_OK

    init(_ path: String, of address: PartnerAddress, _ bounds: FetchBounds, by rules: FetchRules) {
        url = address.page(path)
        self.bounds = bounds
        isLetIn = rules.lets(in: address.host, address.port)
        authorityFile = rules.authorityFile
    }

    /// Fetches it; ending the task ends the transfer.
    func run() async throws(FetchTrouble) -> [UInt8] {
        let (code, status) = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                Self.queue.async { continuation.resume(returning: self.perform()) }
            }
        } onCancel: {
            isStopped.store(true, ordering: .relaxed)
        }
        if let trouble = trouble(code, status) { throw trouble }
        return body.withLock { $0 }
    }

    private func trouble(_ code: CURLcode, _ status: Int) -> FetchTrouble? {
        if isTooLarge.load(ordering: .relaxed) { return .tooLarge }
        switch code {
        case CURLE_OK: break
        case CURLE_OPERATION_TIMEDOUT: return .slow
        case CURLE_FILESIZE_EXCEEDED: return .tooLarge
        case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST:
            return ledInside.load(ordering: .relaxed) ? .inside : .unreachable
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE:
            return .unproven
        case _: return .cut
        }
        switch status {
        case 200: return nil
        case 300..<400: return .redirected
        case 404, 410: return .notOffered
        default: return .answered(status)
        }
    }

    private func perform() -> (CURLcode, Int) {
        guard Self.isReady, let handle = curl_easy_init() else { return (CURLE_FAILED_INIT, 0) }
        defer { curl_easy_cleanup(handle) }
        serasan_curl_text(handle, CURLOPT_URL, url)
        serasan_curl_text(handle, CURLOPT_PROTOCOLS_STR, url.hasPrefix("https:") ? "https" : "http")
        serasan_curl_text(handle, CURLOPT_PROXY, "")
        serasan_curl_text(handle, CURLOPT_USERAGENT, "serasan")
        serasan_curl_number(handle, CURLOPT_HTTPGET, 1)
        serasan_curl_number(handle, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        serasan_curl_number(handle, CURLOPT_FOLLOWLOCATION, 0)
        serasan_curl_number(handle, CURLOPT_NOSIGNAL, 1)
        serasan_curl_number(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let authorityFile { serasan_curl_text(handle, CURLOPT_CAINFO, authorityFile) }
        serasan_curl_number(handle, CURLOPT_CONNECTTIMEOUT, bounds.connectSeconds)
        serasan_curl_number(handle, CURLOPT_TIMEOUT, bounds.totalSeconds)
        serasan_curl_number(handle, CURLOPT_LOW_SPEED_LIMIT, FetchBounds.slowBytes)
        serasan_curl_number(handle, CURLOPT_LOW_SPEED_TIME, bounds.slowSeconds)
        serasan_curl_number(handle, CURLOPT_MAXFILESIZE, bounds.bytes)
        let about = Unmanaged.passUnretained(self).toOpaque()
        serasan_curl_writing(handle, Self.take, about)
        serasan_curl_heading(handle, Self.head, about)
        serasan_curl_watching(handle, Self.watch, about)
        serasan_curl_opening(handle, Self.open, about)
        let code = curl_easy_perform(handle)
        return (code, serasan_curl_status(handle))
    }

    private static func of(_ about: UnsafeMutableRawPointer) -> FetchLine {
        Unmanaged<FetchLine>.fromOpaque(about).takeUnretainedValue()
    }

    private static let take: curl_write_callback = { bytes, size, count, about in
        guard let about, let bytes else { return 0 }
        let line = FetchLine.of(about)
        let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
        return line.body.withLock { body in
            guard body.count + piece.count <= line.bounds.bytes else {
                line.isTooLarge.store(true, ordering: .relaxed)
                return 0
            }
            body += piece
            return piece.count
        }
    }

    private static let head: curl_write_callback = { _, size, count, about in
        guard let about else { return 0 }
        let line = FetchLine.of(about)
        let all = line.headBytes.add(size * count, ordering: .relaxed).newValue
        guard all <= FetchLine.mostOfHead else {
            line.isTooLarge.store(true, ordering: .relaxed)
            return 0
        }
        return size * count
    }

    private static let watch: curl_xferinfo_callback = { about, _, _, _, _ in
        guard let about else { return 1 }
        return FetchLine.of(about).isStopped.load(ordering: .relaxed) ? 1 : 0
    }

    private static let open: curl_opensocket_callback = { about, _, to in
        guard let about, let to else { return -1 }
        let line = FetchLine.of(about)
        var bytes = [UInt8](repeating: 0, count: 16)
        let length = serasan_curl_address(to, &bytes)
        guard line.isLetIn || OutsideNetworks.contain(Array(bytes.prefix(Int(length)))) else {
            line.ledInside.store(true, ordering: .relaxed)
            return -1
        }
        return serasan_curl_socket(to)
    }
}
