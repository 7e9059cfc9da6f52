import CCurl
import Foundation

/// A line to another machine by libcurl's SFTP; for one thread at a time.
///
/// The connection stays open between calls. Words of the other side go nowhere: what fails is told
/// by libcurl's code.
final class SFTPLine {
    private let place: FarPlace
    private let handle: UnsafeMutableRawPointer

    /// Prepares libcurl once for the process, with all that it can (`CURL_GLOBAL_ALL`).
    private static let isReady: Bool = curl_global_init(3) == CURLE_OK

    /// What runs through: bytes that come, or the file from which they go.
    private final class Flow {
        var bytes: [UInt8] = []
        var file: FileHandle?
        var hasFailed = false
    }

    init(_ place: FarPlace) throws(FarRefusal) {
        guard Self.isReady, let handle = curl_easy_init() else {
            throw .unreachable(place.host, code: CURLE_FAILED_INIT.rawValue)
        }
        (self.place, self.handle) = (place, handle)
    }

    deinit { curl_easy_cleanup(handle) }

    /// The names in a folder below the place; none where it is not there.
    func names(in folder: String = "") throws(FarRefusal) -> [String] {
        let flow = Flow()
        do {
            try perform(folder.isEmpty ? "" : "\(folder)/", flow, isFolder: true) { handle in
                serasan_curl_number(handle, CURLOPT_DIRLISTONLY, 1)
                serasan_curl_writing(handle, Self.take, Unmanaged.passUnretained(flow).toOpaque())
            }
        } catch FarRefusal.notThere { return [] }
        return String(decoding: flow.bytes, as: UTF8.self)
            .split(separator: "\n").map(String.init).filter { $0 != "." && $0 != ".." }
    }

    /// Fetches a file, or only its first bytes; what is there already is overwritten.
    func get(_ name: String, first bytes: Int? = nil, into path: URL) throws {
        guard FileManager.default.createFile(atPath: path.path, contents: nil) else {
            throw BackupRefusal.noTarget(path.path)
        }
        let flow = Flow()
        let file = try FileHandle(forWritingTo: path)
        defer { do { try file.close() } catch { flow.hasFailed = true } }
        flow.file = file
        try perform(name, flow) { handle in
            if let bytes { serasan_curl_text(handle, CURLOPT_RANGE, "0-\(bytes - 1)") }
            serasan_curl_writing(handle, Self.take, Unmanaged.passUnretained(flow).toOpaque())
        }
        try file.synchronize()
    }

    /// Sends a file under another name, which becomes its own once all of it is there.
    func put(_ path: URL, as name: String) throws {
        let flow = Flow()
        let file = try FileHandle(forReadingFrom: path)
        defer { do { try file.close() } catch { flow.hasFailed = true } }
        flow.file = file
        let beside = "\(place.path)/\(name).baru"
        try perform(
            "\(name).baru",
            flow,
            after: ["rename \(beside) \(place.path)/\(name)"]
        ) { handle in
            serasan_curl_number(handle, CURLOPT_UPLOAD, 1)
            // Folders on the way are made where they are missing.
            serasan_curl_number(handle, CURLOPT_FTP_CREATE_MISSING_DIRS, 1)
            serasan_curl_reading(handle, Self.give, Unmanaged.passUnretained(flow).toOpaque())
        }
    }

    /// Removes a file.
    func remove(_ name: String) throws(FarRefusal) {
        try perform("", Flow(), isFolder: true, after: ["rm \(place.path)/\(name)"]) { handle in
            serasan_curl_number(handle, CURLOPT_NOBODY, 1)
        }
    }

    private func perform(
        _ name: String,
        _ flow: Flow,
        isFolder: Bool = false,
        after commands: [String] = [],
        _ prepare: (UnsafeMutableRawPointer) -> Void
    ) throws(FarRefusal) {
        curl_easy_reset(handle)
        let root = "sftp://\(place.host):\(place.port)\(place.path)/"
        serasan_curl_text(handle, CURLOPT_URL, root + name)
        serasan_curl_text(handle, CURLOPT_PROTOCOLS_STR, "sftp")
        serasan_curl_text(handle, CURLOPT_PROXY, "")
        serasan_curl_text(handle, CURLOPT_USERNAME, place.user)
        serasan_curl_text(handle, CURLOPT_SSH_PRIVATE_KEYFILE, place.key)
        serasan_curl_text(handle, CURLOPT_SSH_KNOWNHOSTS, place.hosts)
        serasan_curl_number(handle, CURLOPT_SSH_AUTH_TYPES, Self.publicKeyOnly)
        serasan_curl_number(handle, CURLOPT_NOSIGNAL, 1)
        serasan_curl_number(handle, CURLOPT_CONNECTTIMEOUT, 20)
        // A line on which nothing comes for a minute is dead; a slow one may take its time.
        serasan_curl_number(handle, CURLOPT_LOW_SPEED_LIMIT, 1)
        serasan_curl_number(handle, CURLOPT_LOW_SPEED_TIME, 60)
        prepare(handle)
        var list: UnsafeMutablePointer<curl_slist>?
        for command in commands { list = curl_slist_append(list, command) }
        defer { curl_slist_free_all(list) }
        if list != nil { serasan_curl_list(handle, CURLOPT_POSTQUOTE, list) }
        let code = curl_easy_perform(handle)
        guard code != CURLE_OK || flow.hasFailed else { return }
        throw switch code {
        case CURLE_PEER_FAILED_VERIFICATION: .unknownHost(place.host)
        case CURLE_LOGIN_DENIED: .notLetIn(place.host)
        case CURLE_REMOTE_FILE_NOT_FOUND: .notThere(isFolder ? place.description : name)
        case _: .unreachable(place.host, code: code.rawValue)
        }
    }

    // CURLSSH_AUTH_PUBLICKEY
    private static let publicKeyOnly = 1

    private static let take: curl_write_callback = { buffer, size, count, about in
        guard let about, let buffer else { return 0 }
        let flow = Unmanaged<Flow>.fromOpaque(about).takeUnretainedValue()
        let piece = UnsafeRawBufferPointer(start: buffer, count: size * count)
        guard let file = flow.file else {
            flow.bytes += piece
            return piece.count
        }
        do {
            try file.write(contentsOf: Data(piece))
            return piece.count
        } catch {
            flow.hasFailed = true
            return 0
        }
    }

    private static let give: curl_read_callback = { buffer, size, count, about in
        guard let about, let buffer else { return 0 }
        let flow = Unmanaged<Flow>.fromOpaque(about).takeUnretainedValue()
        do {
            let piece = try flow.file?.read(upToCount: size * count) ?? Data()
            piece.copyBytes(
                to: UnsafeMutableRawBufferPointer(start: buffer, count: size * count)
            )
            return piece.count
        } catch {
            flow.hasFailed = true
            // `CURL_READFUNC_ABORT`
            return 0x1000_0000
        }
    }
}
