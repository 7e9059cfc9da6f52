import Blueprints
package import Office
package import Site
import Stories

/// What one post does, in which step of which service, within which time: made from the files.
package struct TaskCard: Sendable {
    package let post: OfficePost
    package let unit: String
    package let tasks: [Task]

    /// One step of one service that waits for this post.
    package struct Task: Sendable {
        package let service: Site.Words
        package let step: Site.Words
        package let within: Site.Words
        package let actions: [Site.Words]
    }

    package init(of post: OfficePost, in force: InForce) {
        self.post = post
        unit = force.office.unit(post.unit)?.name ?? ""
        tasks = force.services.filter { $0.elsewhere == nil && !$0.isClosed }.flatMap { service in
            service.steps.filter { step in
                let named = (step.unit ?? service.owner).text
                return post.duties.contains(step.by.text)
                    && force.office.units(called: named).contains { $0.id == post.unit }
            }
            .map { step in
                Task(
                    service: Words(service.title),
                    step: Words(step.title),
                    within: .promise(step.within),
                    actions: step.actions.map { Words($0.label) }
                )
            }
        }
    }

    /// The name under which this post's sample official signs in.
    package var logIn: String { Self.logIn(of: post) }

    package static func logIn(of post: OfficePost) -> String {
        String(post.id.text.replacing("-", with: ".").prefix(40))
    }

    /// What to do in the practice copy, one sentence after the other.
    func exercise(_ task: Task) -> [Site.Words] {
        [
            .practiceSignIn(logIn), .practiceOpen(task.service, task.step),
            .practiceAct(task.actions), .practiceLook,
        ]
    }
}

extension Site.Words {
    static let taskCards = Words("Kartu tugas", "Task cards")
    static let taskCardsWhy = Words(
        "Satu kartu untuk satu jabatan: apa yang dikerjakan, dalam waktu berapa, dan latihannya.",
        "One card for one post: what it does, within which time, and an exercise."
    )
    static let noTasks = Words(
        "Jabatan ini tidak mengerjakan satu langkah pun dari layanan yang terbit.",
        "This post does no step of the services that are published."
    )
    static let printCard = Words("Unduh kartu (PDF)", "Download the card (PDF)")
    static let stepOfWork = Words("Langkah", "Step")
    static let mustBeDoneIn = Words("Selesai dalam", "Done within")
    static let exercise = Words("Latihan", "Exercise")

    static func taskCard(_ title: String) -> Words {
        Words("Kartu tugas: \(title)", "Task card: \(title)")
    }

    static func practiceSignIn(_ logIn: String) -> Words {
        Words(
            "Masuk sebagai petugas dengan nama masuk \(logIn). Sandinya ada pada pengelola latihan.",
            "Sign in as an officer with the log-in \(logIn). Whoever runs the practice has the password."
        )
    }

    static func practiceOpen(_ service: Words, _ step: Words) -> Words {
        Words(
            "Buka kotak kerja dan pilih satu permohonan \(service.indonesian) pada langkah "
                + "\(step.indonesian).",
            "Open the inbox and choose a request for \(service.text(in: .english)) at the step "
                + "\(step.text(in: .english))."
        )
    }

    static func practiceAct(_ actions: [Words]) -> Words {
        let indonesian = actions.map(\.indonesian).joined(separator: " / ")
        let english = actions.map { $0.text(in: .english) }.joined(separator: " / ")
        return Words(
            "Baca isian dan berkasnya. Lalu pilih satu: \(indonesian).",
            "Read the answers and the files. Then choose one: \(english)."
        )
    }

    static let practiceLook = Words(
        "Lihat riwayat permohonan: siapa yang memegangnya sekarang, dan sampai kapan?",
        "Look at the history of the request: who holds it now, and until when?"
    )
}
