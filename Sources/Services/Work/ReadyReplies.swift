import Blueprints
import Site

// Ready sentences: links that fill a field, which the official may then change.
extension CaseDeed {
    /// The field in which a ready sentence goes, and what it is for.
    private var reply: (field: String, use: ReadyReply.Use)? {
        switch self {
        case .act(let action):
            if action.asksCitizen != nil { return ("catatan-warga", .completing) }
            if action.needs.contains(.reason) { return ("alasan", .refusing) }
            return nil
        case .note: return ("catatan", .noting)
        case .take, .assign, .giveBack, .consult, .advise, .scan, .void, .reopen,
            .answerObjection, .withdraw, .tell, .openField, .snooze, .link, .pay, .unlink,
            .undoPayment:
            return nil
        }
    }

    /// The field filled with the sentence of that id, where it fits.
    func filled(with id: String?, _ opened: OpenedCase) -> Posted {
        guard let reply, let id,
            let ready = opened.loaded.service.replies.first(where: {
                $0.id.text == id && $0.use == reply.use
            })
        else { return Posted([]) }
        return Posted([(reply.field, ready.text.indonesian)])
    }

    /// The sentences to choose from; nil where the service has none for this.
    func readyReplies(_ opened: OpenedCase) -> Disclosure? {
        guard let reply else { return nil }
        let ready = opened.loaded.service.replies.filter { $0.use == reply.use }
        guard !ready.isEmpty else { return nil }
        let links = ready.map { one in
            Inline.link(
                Link(Words(one.text), target(opened).with("kalimat", one.id.text))
            )
        }
        return Disclosure(.readySentences, Lines(links))
    }
}
