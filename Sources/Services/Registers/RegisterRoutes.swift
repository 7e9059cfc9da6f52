import Blueprints
import Hummingbird
import Ledger
import Registers
import Site
import Stories

// What registers say, for officials who may read them.

extension ServicesFeature {
    func addRegisters(to router: Router<some SiteContext>) {
        addRecords(to: router)
        addImporting(to: router)
        router.get("kerja/register") { request, context in
            guard let official = try await self.official(request) else {
                return try self.toSignIn(request, context)
            }
            return try await self.registersPage(official, context)
        }
        router.get("kerja/register/:penerbit/:nama/:register") { request, context in
            try await self.reading(request, context) { official, register in
                let last = request.query["sesudah"].flatMap { OpaqueID(String($0)) }
                return try await self.registerPage(register, after: last, official, context)
            }
        }
        // By POST: a number of a person does not belong in an address.
        router.post("kerja/register/:penerbit/:nama/:register") { request, context in
            let posted = try await Posted.read(request, in: context)
            return try await self.reading(request, context) { official, register in
                try await self.found(posted["cari"] ?? "", in: register, official, context)
            }
        }
        router.get("kerja/register/:penerbit/:nama/:register/:catatan") { request, context in
            try await self.reading(request, context) { official, register in
                try await self.recordPage(register, official, context)
            }
        }
    }

    /// A register that nobody has and one that is not theirs get one answer.
    func reading<C: SiteContext>(
        _ request: Request,
        _ context: C,
        _ answer: (WorkingOfficial, ReadableRegister) async throws -> Response
    ) async throws -> Response {
        guard let official = try await official(request) else {
            return try toSignIn(request, context)
        }
        let parts = context.parameters
        guard let publisher = parts.get("penerbit"), let name = parts.get("nama"),
            let register = parts.get("register"),
            let found = RegisterShelf(official: official).register(publisher, name, register)
        else { throw WebRefusal.notFound }
        return try await answer(official, found)
    }

    private func registersPage(
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        let readable = RegisterShelf(official: official).readable
        let page = try await store.read { reader in
            RegistersPage(
                registers: try readable.map { register in
                    RegistersPage.Line(
                        title: Words(register.register.title),
                        address: register.address,
                        count: try register.code.map { try reader.countOfRecords(in: $0) } ?? 0
                    )
                }
            )
        }
        return Answer.page(page, for: official.visit(try visit(context)))
    }

    private static let mostRecords = 50

    private func registerPage(
        _ register: ReadableRegister,
        after last: OpaqueID?,
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        guard let code = register.code else { throw WebRefusal.notFound }
        let records = try await store.read { reader in
            let place = try last.flatMap { try reader.record($0) }
                .map(PlaceInRegister.init(after:))
            return try reader.records(in: code, after: place, limit: Self.mostRecords)
        }
        var page = list(of: records, in: register, official)
        if register.mayKeep {
            page.deeds.append(Button(.enterRecord, .secondary, .go(register.page("baru"))))
        }
        if register.mayBring {
            page.deeds.append(Button(.bringFile, .secondary, .go(register.page("impor"))))
        }
        if records.count == Self.mostRecords, let last = records.last {
            page.next = register.address.with("sesudah", last.id.description)
        }
        return Answer.page(page, for: official.visit(try visit(context)))
    }

    private func found(
        _ typed: String,
        in register: ReadableRegister,
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        guard let code = register.code else { throw WebRefusal.notFound }
        let records = try await store.read { reader in
            try reader.records(in: code, findableBy: typed)
        }
        var page = list(of: records, in: register, official)
        page.typed = typed
        return Answer.page(page, for: official.visit(try visit(context)))
    }

    private func list(
        of records: [StandingRecord],
        in register: ReadableRegister,
        _ official: WorkingOfficial
    ) -> RegisterPage {
        let force = official.force
        return RegisterPage(
            name: Words(register.register.title),
            address: register.address,
            lines: records.map { record in
                RegisterPage.Line(
                    title: shown(record, register, official).title,
                    address: register.address(of: record.id),
                    entered: DateWords.date(force.zone.day(record.entered), in: .indonesian),
                    state: record.ended == nil ? nil : .recordEnded
                )
            }
        )
    }

    private func recordPage(
        _ register: ReadableRegister,
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        guard let id = context.parameters.get("catatan").flatMap({ OpaqueID($0) }) else {
            throw WebRefusal.notFound
        }
        let found = try await store.read { reader in
            try reader.record(id).map { ($0, try reader.moments(of: $0)) }
        }
        guard let (record, moments) = found, record.register == register.code else {
            throw WebRefusal.notFound
        }
        let (shown, zone) = (shown(record, register, official), official.force.zone)
        let visit = try visit(context)
        let page = RecordPage(
            name: Words(register.register.title),
            title: shown.title,
            back: Link(Words(register.register.title), register.address),
            items: record.content == nil ? [] : shown.items(),
            state: record.ended == nil ? nil : .recordHasEnded,
            deeds: register.mayKeep && record.content != nil && record.ended == nil
                ? [
                    Button(.correctRecord, .secondary, .go(register.page("betulkan", of: id))),
                    Button(.endRecord, .quiet, .go(register.page("akhiri", of: id))),
                ] : [],
            moments: moments.map { moment in
                RecordPage.Moment(
                    at: DateWords.moment(
                        moment.at,
                        zone: zone,
                        in: visit.language,
                        withYear: true
                    ),
                    what: moment.what,
                    number: moment.from,
                    by: moment.by,
                    isOfFile: moment.isOfFile,
                    reason: moment.reason,
                    changes: changes(of: moment, in: register, official)
                )
            }
        )
        return Answer.page(page, for: official.visit(visit))
    }

    /// What a correction changed, field by field.
    private func changes(
        of moment: RecordMoment,
        in register: ReadableRegister,
        _ official: WorkingOfficial
    ) -> [RecordPage.Change] {
        guard let before = moment.before, let since = moment.since else { return [] }
        let villages = official.force.villages
        let (old, new) = (
            RecordShown(register: register.register, content: before, villages: villages),
            RecordShown(register: register.register, content: since, villages: villages)
        )
        return register.register.fields.filter { before[$0.id] != since[$0.id] }.map { field in
            RecordPage.Change(
                name: Words(field.ask),
                before: old.value(of: field),
                since: new.value(of: field)
            )
        }
    }

    private func shown(
        _ record: StandingRecord,
        _ register: ReadableRegister,
        _ official: WorkingOfficial
    ) -> RecordShown {
        RecordShown(
            register: register.register,
            record: record,
            villages: official.force.villages
        )
    }
}
