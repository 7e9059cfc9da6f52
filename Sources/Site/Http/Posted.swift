import HTTPTypes
package import Hummingbird
import NIOCore

/// What a form sent, read within bounds and only if it is a form of ours.
package struct Posted: Sendable {
    /// Names and values in their order, without the token.
    package var values: [(name: String, value: String)]
    package var files: [File] = []

    package init(_ values: [(name: String, value: String)]) { self.values = values }

    /// A file that came with the form.
    package struct File: Sendable {
        package let field: String
        /// As the sender calls it: for the screen, never for a path.
        package let filename: String
        /// As the sender says: look into the bytes before believing it.
        package let type: String
        package var size = 0
        /// The bytes, unless they went into a sink.
        package var bytes: [UInt8] = []
    }

    /// Where the bytes of a file go, piece by piece; the number counts the files of the form.
    package typealias Sink = @Sendable (_ number: Int, _ piece: [UInt8]) async throws -> Void

    /// The answer to that question, or nil if it was not sent.
    package subscript(_ name: String) -> String? { values.first { $0.name == name }?.value }

    /// All answers to a question that takes many.
    package func all(_ name: String) -> [String] {
        values.filter { $0.name == name }.map(\.value)
    }

    /// The three boxes of a date, as typed.
    package func date(_ name: String) -> DateInput {
        DateInput(
            day: self[name + "-tanggal"] ?? "",
            month: self[name + "-bulan"] ?? "",
            year: self[name + "-tahun"] ?? ""
        )
    }

    /// The file of that question, if one was chosen.
    package func file(_ name: String) -> File? { files.first { $0.field == name } }

    /// Reads the form and refuses one without the token of the device.
    ///
    /// The token has to come before the first file, so that nobody makes us take in files first.
    package static func read(
        _ request: Request,
        in context: some SiteContext,
        limits: MultipartParser.Limits = .init(),
        into sink: Sink? = nil
    ) async throws -> Posted {
        let token = context.visit?.formToken
        let type = request.headers[.contentType] ?? ""
        let kind = HeaderValue(type)?.value
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limits.total
        {
            throw WebRefusal.tooLarge
        }
        if kind == "multipart/form-data",
            var parser = MultipartParser(contentType: type, limits: limits)
        {
            var reading = Reading(token: token, sink: sink)
            for try await buffer in request.body {
                for event in try parser.take(buffer.readableBytesView) {
                    try await reading.take(event)
                }
            }
            try parser.finish()
            return try reading.result()
        }
        guard kind == "application/x-www-form-urlencoded" else {
            throw WebRefusal.unreadable
        }
        var bytes: [UInt8] = []
        for try await buffer in request.body {
            guard bytes.count + buffer.readableBytes <= 256_000 else { throw WebRefusal.tooLarge }
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        var reading = Reading(token: token, sink: nil)
        for (name, value) in try UrlEncoded.read(bytes) {
            try await reading.take(.field(name: name, value: value))
        }
        return try reading.result()
    }

    /// The form so far.
    private struct Reading {
        let token: String?
        let sink: Sink?
        var posted = Posted([])
        var isOurs = false
        var open: File?

        init(token: String?, sink: Sink?) {
            self.token = token
            self.sink = sink
        }

        mutating func take(_ event: MultipartParser.Event) async throws {
            switch event {
            case .field(Form.tokenName, let value):
                // Both were made here for this device: see `FormToken`.
                guard let token, FormToken.areSame(value, token) else { throw WebRefusal.formStale }
                isOurs = true
            case .field(let name, let value): posted.values.append((name, value))
            case .fileBegins(let head):
                guard isOurs else { throw WebRefusal.formStale }
                open = File(field: head.name, filename: head.filename ?? "", type: head.type)
            case .fileBytes(let bytes):
                open?.size += bytes.count
                if let sink {
                    try await sink(posted.files.count, bytes)
                } else {
                    open?.bytes += bytes
                }
            case .fileEnds:
                // No file chosen comes as a file without a name and bytes.
                if let open, open.size > 0 || !open.filename.isEmpty { posted.files.append(open) }
                open = nil
            }
        }

        func result() throws -> Posted {
            guard isOurs else { throw WebRefusal.formStale }
            return posted
        }
    }
}

/// Compares secrets in the same time, wherever they differ.
enum SameBytes {
    static func areSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
