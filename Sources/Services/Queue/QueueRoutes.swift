import Hummingbird
import Ledger
import Office
import Press
import Site
import Stories

// The queue: numbers given and called at the counter, and shown to everybody.

extension ServicesFeature {
    private var queues: QueueDesk { QueueDesk(store: store) }

    func addQueue(to router: Router<some SiteContext>) {
        router.post("kerja/loket/antrean") { request, context in
            try await self.atCounter(request, context) { official in
                let posted = try await Posted.read(request, in: context)
                return try await self.give(posted, official, context)
            }
        }
        router.post("kerja/loket/antrean/panggil") { request, context in
            try await self.atCounter(request, context) { official in
                let posted = try await Posted.read(request, in: context)
                return try await self.call(posted, official, context)
            }
        }
        router.get("kerja/loket/antrean/:antrean") { request, context in
            try await self.atCounter(request, context) { official in
                let (number, unit) = try await self.given(official, context)
                let slip: Address = "\(self.here(context))/karcis.pdf"
                let page = QueueNumberPage(
                    office: unit.name,
                    number: number.shown,
                    papers: ReceiptSheet.Form.links(to: slip)
                )
                return try self.answer(page, to: official, context)
            }
        }
        router.get("kerja/loket/antrean/:antrean/karcis.pdf") { request, context in
            try await self.atCounter(request, context) { official in
                let (number, unit) = try await self.given(official, context)
                let slip = QueueSlip(number: number, unit: unit, force: official.force)
                return Answer.pdf(
                    try slip.pdf(.asked(request), in: try self.visit(context).language),
                    name: "antrean-\(number.shown).pdf"
                )
            }
        }
        router.get("unit/:unit/antrean") { request, context in
            let force = try await self.force()
            guard let id = context.parameters.get("unit").flatMap({ Code($0) }),
                let unit = force.office.unit(id)
            else { throw WebRefusal.notFound }
            let now = self.now()
            let day = try await self.store.glance { reader in
                try reader.queue(of: id, on: force.zone.day(now))
            }
            let language = try self.visit(context).language
            var page = QueuePage(
                office: unit.name,
                unit: id,
                day: day,
                time: DateWords.time(now, zone: force.zone, in: language)
            )
            page.isScreen = request.query["layar"] == "1"
            return try self.answer(page, context)
        }
    }

    private func here(_ context: some SiteContext) -> QueueKey {
        QueueKey(text: context.parameters.get("antrean") ?? "")
    }

    /// The front desks of an official, each as it stands now.
    func queuePanels(
        _ official: WorkingOfficial,
        window: Int,
        error: Words? = nil
    ) async throws -> [QueuePanel] {
        let units = official.units(with: WorkingOfficial.counterDuty)
        let day = official.force.zone.day(now())
        let days = try await store.glance { reader in
            try units.map { try reader.queue(of: $0.id, on: day) }
        }
        return zip(units, days).map { unit, day in
            QueuePanel(
                name: unit.name,
                day: day,
                window: window,
                keys: QueuePanel.Keys(give: Draw.random.id(), call: Draw.random.id()),
                error: error
            )
        }
    }

    /// The unit of a form, if the official sits at its counter.
    private func unit(_ posted: Posted, _ official: WorkingOfficial) throws -> Code {
        guard let unit = posted["unit"].flatMap({ Code($0) }), official.isAtCounter(of: unit)
        else { throw ServiceRefusal.notAtCounter }
        return unit
    }

    private func give(
        _ posted: Posted,
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        let unit = try unit(posted, official)
        guard let key = posted["baru"].flatMap({ OpaqueID($0) }) else {
            throw WebRefusal.unreadable
        }
        let day = official.force.zone.day(now())
        try await queues.give(key, in: unit, on: day, at: now())
        return try go(to: "/kerja/loket/antrean/\(key)", context)
    }

    private func call(
        _ posted: Posted,
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        let unit = try unit(posted, official)
        let (day, now) = (official.force.zone.day(now()), now())
        guard let window = NumberOfQueue.read(posted["jendela-\(unit)"]),
            window <= QueueDay.mostWindows
        else {
            return try go(to: counter(1).with("keliru", "loket"), context)
        }
        let number: Int?
        if posted["apa"] == "lagi" {
            let typed = NumberOfQueue.read(posted["nomor-\(unit)"])
            var isToday = false
            if let typed {
                isToday = try await queues.callAgain(
                    typed,
                    to: window,
                    in: unit,
                    on: day,
                    at: now
                )
            }
            guard isToday else {
                return try go(to: counter(window).with("keliru", "nomor"), context)
            }
            number = typed
        } else {
            guard let key = posted["panggilan"].flatMap({ OpaqueID($0) }) else {
                throw WebRefusal.unreadable
            }
            number = try await queues.callNext(key, to: window, in: unit, on: day, at: now)
        }
        guard let number else {
            return try go(to: counter(window).with("keliru", "kosong"), context)
        }
        return try go(to: counter(window).with("dipanggil", String(number)), context)
    }

    private func counter(_ window: Int) -> Address {
        Address("/kerja/loket").with("loket", String(window))
    }

    /// A number that one of the official's own counters gave.
    private func given(
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> (QueueNumber, OfficeUnit) {
        let key = context.parameters.get("antrean").flatMap { OpaqueID($0) }
        let number = try await store.glance { reader in try key.flatMap(reader.queueNumber) }
        guard let number, official.isAtCounter(of: number.unit),
            let unit = official.force.office.unit(number.unit)
        else { throw WebRefusal.notFound }
        return (number, unit)
    }
}

/// The key of a number inside an address.
struct QueueKey {
    let text: String
}

extension Address.StringInterpolation {
    /// Splices the address of a number that was given.
    mutating func appendInterpolation(_ key: QueueKey) {
        appendLiteral("/kerja/loket/antrean/")
        appendInterpolation(key.text)
    }
}

/// A small number as people type it at a counter.
enum NumberOfQueue {
    static func read(_ typed: (some StringProtocol)?) -> Int? {
        guard let typed else { return nil }
        let digits = String(typed.filter { !$0.isWhitespace })
        guard (1...4).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }),
            let number = Int(digits), number > 0
        else { return nil }
        return number
    }
}

extension CounterPage {
    /// What an address says of the last press at the queue.
    mutating func tell(_ query: QueryWords, window: Int) {
        if let number = NumberOfQueue.read(query["dipanggil"]) {
            message = .wasCalled(QueueDay.Call(number: number, window: window))
        }
        switch query["keliru"] {
        case "loket": queueTrouble = .windowNotRead
        case "nomor": queueTrouble = .noSuchNumber
        case "kosong": queueTrouble = .nobodyWaits
        case .some, nil: break
        }
    }
}
