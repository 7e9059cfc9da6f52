import Foundation

/// Programs of other people that read what we print.
///
/// They run as processes on a file of their own, so that tests may run side by side.
struct SecondTool {
    private let folder: URL
    private let file: URL

    init(_ pdf: [UInt8]) throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("press-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        file = folder.appendingPathComponent("sheet.pdf")
        try Data(pdf).write(to: file)
    }

    /// Hands the file to `body` and takes it away again.
    static func reading<Answer>(
        _ pdf: [UInt8],
        _ body: (SecondTool) throws -> Answer
    ) throws -> Answer {
        let tool = try SecondTool(pdf)
        let result = Result { try body(tool) }
        try FileManager.default.removeItem(at: tool.folder)
        return try result.get()
    }

    func text(layout: Bool = false) throws -> String {
        try run(["pdftotext", "-enc", "UTF-8"] + (layout ? ["-layout"] : []) + [file.path, "-"])
    }

    func text(ofPage page: Int) throws -> String {
        try run(["pdftotext", "-f", "\(page)", "-l", "\(page)", file.path, "-"])
    }

    /// A line of `pdfinfo`, without its name.
    func info(_ name: String) throws -> String? {
        try run(["pdfinfo", "-isodates", file.path])
            .split(separator: "\n")
            .first { $0.hasPrefix(name + ":") }
            .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
    }

    /// What `qpdf --check` says; it fails on damage and on warnings.
    func check() throws -> String { try run(["qpdf", "--check", file.path]) }

    /// The codes that a scanner finds on a page printed at 150 dots an inch.
    func codes(page: Int = 1) throws -> [String] {
        let picture = folder.appendingPathComponent("page")
        _ = try run(
            [
                "pdftoppm", "-r", "150", "-png", "-singlefile", "-f", "\(page)", "-l", "\(page)",
                file.path, picture.path,
            ]
        )
        return try run(["zbarimg", "-q", "--raw", picture.path + ".png"])
            .split(separator: "\n").map(String.init)
    }

    /// The share of pixels of page `page` in the grey of KONSEP; table heads are lighter.
    func greyShare(page: Int) throws -> Double {
        let picture = folder.appendingPathComponent("grey")
        _ = try run(
            [
                "pdftoppm", "-r", "36", "-gray", "-singlefile", "-f", "\(page)", "-l", "\(page)",
                file.path, picture.path,
            ]
        )
        let bytes = try Data(contentsOf: URL(fileURLWithPath: picture.path + ".pgm"))
        let pixels = bytes.dropFirst(15)
        return Double(pixels.count { (220...224).contains($0) }) / Double(pixels.count)
    }

    /// The files that lie in the PDF, by their names.
    func attachments() throws -> [String: [UInt8]] {
        let inside = folder.appendingPathComponent("inside")
        try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
        _ = try run(["pdfdetach", "-saveall", "-o", inside.path, file.path])
        var found: [String: [UInt8]] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: inside.path) {
            found[name] = [UInt8](try Data(contentsOf: inside.appendingPathComponent(name)))
        }
        return found
    }

    private func run(_ command: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(command: command.joined(separator: " "), code: process.terminationStatus)
        }
        return String(decoding: data, as: UTF8.self)
    }

    struct Failure: Error {
        let command: String
        let code: Int32
    }
}

/// Words in a row, however the page broke them into lines.
func words(_ text: String) -> [Substring] {
    text.split { $0.isWhitespace }
}
