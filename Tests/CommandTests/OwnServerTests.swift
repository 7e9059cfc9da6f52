import Foundation
import Testing

/// A clock that a test turns for one process: what asks for the time gets it shifted.
struct TurnedClock {
    let library: String

    init(in scratch: Scratch) throws {
        try scratch.write(
            """
            #define _GNU_SOURCE
            #include <stdlib.h>
            #include <sys/syscall.h>
            #include <sys/time.h>
            #include <time.h>
            #include <unistd.h>
            int clock_gettime(clockid_t id, struct timespec *now) {
                long result = syscall(SYS_clock_gettime, id, now);
                const char *shift = getenv("TURNED_BY");
                if (result == 0 && shift && (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE))
                    now->tv_sec += atol(shift);
                return (int)result;
            }
            int gettimeofday(struct timeval *now, void *zone) {
                struct timespec exact;
                clock_gettime(CLOCK_REALTIME, &exact);
                now->tv_sec = exact.tv_sec;
                now->tv_usec = exact.tv_nsec / 1000;
                return 0;
            }
            """,
            to: "jam.c"
        )
        let made = try tool(["clang", "-shared", "-fPIC", "-o", "jam.so", "jam.c"], in: scratch)
        try #require(made.code == 0)
        library = scratch.path("jam.so")
    }

    func turned(byDays days: Int) -> [String: String] {
        ["LD_PRELOAD": library, "TURNED_BY": String(days * 86_400)]
    }
}

/// What `/healthz` of a site says.
func health(_ base: String, in scratch: Scratch) throws -> (code: String, text: String) {
    let answer = try tool(["curl", "-sS", "-w", "\n%{http_code}", base + "/healthz"], in: scratch)
    let lines = answer.text.split(separator: "\n")
    return (String(lines.last ?? ""), String(lines.first ?? ""))
}

@Test func `a clock set back by a year is told, and the site goes on`() throws {
    let scratch = try Scratch()
    try Authority(in: scratch).issue(serial: "1001")
    let dir = try secured(scratch)
    let clock = try TurnedClock(in: scratch)
    let back = clock.turned(byDays: -365)

    let site = try Running([dir, "--port", "0"], in: scratch, under: back)
    defer { site.end() }
    let base = try site.base()
    let sick = try health(base, in: scratch)
    #expect(sick.code == "503")
    #expect(sick.text.contains("\"status\":\"unfit\""))
    let behind = try #require(sick.text.firstMatch(of: /"clock_behind":(\d+)/)?.1)
    #expect(abs((Int(behind) ?? 0) - 365 * 86_400) < 600)
    let home = try tool(["curl", "-sS", base + "/"], in: scratch)
    #expect(home.text.contains("Kabupaten Contoh"))

    let doctor = try Program.run(["doctor", dir], under: back)
    #expect(doctor.status == 2)
    #expect(doctor.output.contains("tertinggal"))
    #expect(doctor.output.contains("serasan clock \(dir)"))
    #expect(!(try Program.run("doctor", dir).output.contains("tertinggal")))
}

@Test func `after a clock that ran ahead, the record's time can be brought back, with a reason`()
    throws
{
    let scratch = try Scratch()
    try Authority(in: scratch).issue(serial: "1001")
    let dir = try secured(scratch)
    let clock = try TurnedClock(in: scratch)
    // Something is published while the clock is a year ahead.
    let regency = try scratch.text("kab/regency.yaml")
    try scratch.write(
        regency.replacing("Kabupaten Contoh", with: "Kabupaten Coba"),
        to: "kab/regency.yaml"
    )
    let ahead = try Program.run(["publish", dir], under: clock.turned(byDays: 365))
    try #require(ahead.status == 0, "\(ahead.complaint)")
    #expect(try Program.run("doctor", dir).output.contains("tertinggal"))

    let bare = try Program.run("clock", dir, "--reason", "lupa")
    #expect(bare.status == 2)
    let put = try Program.run(
        "clock",
        dir,
        "--reason",
        "Baterai papan induk habis, jam maju setahun."
    )
    #expect(put.status == 0, "\(put.complaint)")
    #expect(put.output.contains("tetap bertanggal seperti tertulis"))
    let well = try Program.run("doctor", dir)
    #expect(!well.output.contains("tertinggal"))
    #expect(well.output.contains("OK         Jam server"))

    let site = try Running([dir, "--port", "0"], in: scratch)
    #expect(try health(site.base(), in: scratch).code == "200")
    site.end()
    // Nothing is ahead any more: a second time is refused.
    let again = try Program.run("clock", dir, "--reason", "Sekali lagi, untuk mencoba saja.")
    #expect(again.status == 2)
    #expect(again.complaint.contains("Tidak ada yang perlu dibetulkan"))
}

@Test func `who comes without TLS is led to the same page with it`() throws {
    let scratch = try Scratch()
    try Authority(in: scratch).issue(serial: "1001")
    let dir = try secured(scratch)
    let port = try #require(
        try tool(
            [
                "python3", "-c",
                "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); "
                    + "print(s.getsockname()[1])",
            ],
            in: scratch
        ).text.split(separator: "\n").first
    )
    let more = """

        redirect_port: \(port)
        public_url: https://layanan.contoh.example
        """
    // Without being named: the file of the folder itself.
    try scratch.write(try scratch.text("serasan.conf") + more, to: "kab/serasan.conf")
    let site = try Running([dir], in: scratch)
    defer { site.end() }
    func led(_ way: String, _ more: String...) throws -> String {
        let words = ["curl", "-sS", "-o", "x", "-w", "%{http_code} %{redirect_url}"]
        return try tool(
            words + more + ["--path-as-is", "http://127.0.0.1:\(port)\(way)"],
            in: scratch
        ).text
    }
    var first = ""
    for _ in 0..<100 where first.isEmpty || first.hasPrefix("000") {
        first = try led("/layanan?topik=kopi")
        usleep(50_000)
    }
    #expect(first == "301 https://layanan.contoh.example/layanan?topik=kopi")
    #expect(try led("/kirim/1", "-X", "POST") == "308 https://layanan.contoh.example/kirim/1")
    #expect(
        try led("//jahat.example/").hasPrefix("301 https://layanan.contoh.example//jahat.example/")
    )
    #expect(
        try led("/", "-H", "Host: jahat.example") == "301 https://layanan.contoh.example/"
    )
}

@Test func `doctor knows how old the copy is, and whether the mail server answers`() throws {
    let scratch = try Scratch()
    try Authority(in: scratch).issue(serial: "1001")
    let dir = try secured(scratch)
    let never = try Program.run("doctor", dir).output
    #expect(never.contains("PERHATIAN  Belum ada catatan kapan data terakhir disalin."))
    #expect(never.contains("Surel tidak diatur"))
    let mark = "\(dir)/data/cadangan-terakhir"
    #expect(try tool(["touch", mark], in: scratch).code == 0)
    #expect(try Program.run("doctor", dir).output.contains("OK         Data terakhir disalin"))
    #expect(try tool(["touch", "-d", "20 days ago", mark], in: scratch).code == 0)
    let old = try Program.run("doctor", dir)
    #expect(old.status == 2)
    #expect(old.output.contains("BAHAYA     Data terakhir disalin 20 hari yang lalu"))

    // Nobody listens there.
    try scratch.write(
        "surel: { dari: a@contoh.id, server: 127.0.0.1, pengaman: tanpa, porta: 1 }\n",
        to: "kab/kabar.yaml"
    )
    #expect(
        try Program.run("doctor", dir).output
            .contains("BAHAYA     Surel lewat 127.0.0.1 tidak bisa dikirim: server tidak bisa")
    )
    try scratch.write("surel: { dari: a }\n", to: "kab/kabar.yaml")
    #expect(try Program.run("doctor", dir).output.contains("BAHAYA     \"surel.dari\" harus"))
}

@Test func `views of another shape are made again with a sentence and its progress`() throws {
    let scratch = try Scratch()
    try Authority(in: scratch).issue(serial: "1001")
    let dir = try secured(scratch)
    #expect(try Program.run("doctor", dir).output.contains("Semua pandangan berjalan.\n"))
    // As an older program would have left it.
    let changed = try tool(
        [
            "python3", "-c",
            """
            import sqlite3, sys
            record = sqlite3.connect(sys.argv[1])
            record.execute("UPDATE view_cursors SET shape = x'00' WHERE name = 'cases'")
            record.commit()
            """,
            "\(dir)/data/catatan.sqlite",
        ],
        in: scratch
    )
    try #require(changed.code == 0)
    let opened = try Program.run("officer", "list", dir)
    #expect(opened.status == 0)
    #expect(opened.complaint.contains("serasan: susunan 1 pandangan berubah; disusun ulang dari"))
    #expect(opened.complaint.contains("serasan: pandangan selesai disusun ulang."))
    #expect(try Program.run("doctor", dir).output.contains("Terakhir disusun ulang"))
    #expect(try Program.run("officer", "list", dir).complaint.isEmpty)
}
