import Foundation
import Testing

/// A real sshd of the test's own on this machine, which lets one key in, to files only.
final class SFTPServer {
    let port: Int
    let key: String
    let hosts: String
    private let scratch: Scratch

    init(in scratch: Scratch) throws {
        self.scratch = scratch
        key = scratch.path("kunci-ssh")
        hosts = scratch.path("known_hosts")
        for name in ["kunci-ssh", "kunci-mesin"] {
            try Self.makeKey(name, in: scratch)
        }
        let free = try tool(
            [
                "python3", "-c",
                "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); "
                    + "print(s.getsockname()[1], end='')",
            ],
            in: scratch
        )
        port = try #require(Int(free.text))
        let host = try scratch.text("kunci-mesin.pub")
        try scratch.write("[127.0.0.1]:\(port) \(host)", to: "known_hosts")
        try scratch.write(try scratch.text("kunci-ssh.pub"), to: "boleh")
        try scratch.write(
            """
            Port \(port)
            ListenAddress 127.0.0.1
            HostKey \(scratch.path("kunci-mesin"))
            PidFile \(scratch.path("sshd.pid"))
            AuthorizedKeysFile \(scratch.path("boleh"))
            PermitRootLogin prohibit-password
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            UsePAM no
            StrictModes no
            Subsystem sftp internal-sftp
            ForceCommand internal-sftp

            """,
            to: "sshd_config"
        )
        // As root it wants a folder that the system's own service would have made.
        if getuid() == 0 {
            try FileManager.default.createDirectory(
                atPath: "/run/sshd",
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o755]
            )
        }
        // It puts itself into the background. As a child that goes on it would hold up everybody:
        // it closes what it inherits, by which `Process` takes a child for ended.
        let words = [
            "/usr/sbin/sshd", "-E", scratch.path("sshd.log"), "-f", scratch.path("sshd_config"),
        ]
        try #require(tool(words, in: scratch).code == 0, "sshd does not start")
        for _ in 0..<100 where number == nil { usleep(50_000) }
        _ = try #require(number, "sshd does not start")
    }

    deinit {
        if let number { kill(number, SIGKILL) }
    }

    /// The server's process, once it listens.
    private var number: Int32? {
        do {
            return Int32(
                try scratch.text("sshd.pid").trimmingCharacters(in: .whitespacesAndNewlines)
            )
        } catch {
            return nil
        }
    }

    /// A folder of this machine as it is addressed through the server.
    func place(_ folder: String) -> String {
        "sftp://\(NSUserName())@127.0.0.1:\(port)\(folder)"
    }

    static func makeKey(_ name: String, in scratch: Scratch) throws {
        let words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", name]
        try #require(tool(words, in: scratch).code == 0)
    }

    var options: [String] { ["--ssh-key", key, "--ssh-hosts", hosts] }
}
