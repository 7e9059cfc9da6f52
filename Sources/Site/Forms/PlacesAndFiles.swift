extension FileInput.Kind {
    var accepted: StaticString? {
        switch self {
        case .photo: "image/*"
        case .photoOrPDF: "image/*,application/pdf"
        case .any: nil
        case .picture: "image/jpeg,image/png"
        }
    }

    /// What may be sent; nil where the question says so itself.
    var hint: Words? {
        switch self {
        case .photo, .photoOrPDF: .photoHint
        case .any, .picture: nil
        }
    }
}

extension Field {
    /// A search box, a button that works without scripts, and the short list that it brought.
    func write(_ place: PlaceInput, _ html: HTML) {
        let rows =
            (place.found ?? []) + (place.found == nil ? [place.chosen].compactMap { $0 } : [])
        if !rows.isEmpty {
            html(.p, .placesFound, .class("petunjuk"))
            writeRows(rows, .radio(place.chosen?.value), html)
        } else if place.found != nil {
            html(.p, .noPlaceFound, .role("status"))
        }
        let id = rows.isEmpty ? name : name + "-kata"
        html(.div, .class("cari")) {
            html(.label, .placeSearch, .for(id))
            html(.div, .class("cari-baris")) {
                html(
                    .input,
                    .class("kotak"),
                    .type("search"),
                    .id(id),
                    .name(name + "-cari"),
                    .value(place.search),
                    .autocomplete("off"),
                    .spellcheck(false)
                )
                html(
                    .button,
                    .search,
                    .class("tombol tombol-dua"),
                    .type("submit"),
                    .name(name + "-tombol"),
                    .value("cari")
                )
            }
        }
    }

    func write(_ file: FileInput, _ html: HTML) {
        for item in file.sent { html(item) }
        if let hint = file.kind.hint {
            html(.p, hint, .class("petunjuk"), .id(name + "-jenis"))
        }
        let described = [describedBy, file.kind.hint == nil ? nil : name + "-jenis"]
            .compactMap { $0 }.joined(separator: " ")
        html(
            .input,
            .class("kotak unggah"),
            .type("file"),
            .id(name),
            .name(name),
            file.kind.accepted.map(Attribute.accept) ?? .none,
            .capture(file.kind == .photo && !file.takesMany),
            .multiple(file.takesMany),
            .describedBy(described.isEmpty ? nil : described),
            .invalid(error != nil),
            .when(file.kind != .any, .does("kecilkan"))
        )
    }

    func writePoint(_ latitude: String, _ longitude: String, _ html: HTML) {
        html(.div, .class("titik")) {
            coordinate(.latitude, name, "-lintang", latitude, html)
            coordinate(.longitude, name + "-bujur", "-bujur", longitude, html)
        }
        html(.p, .coordinateHint, .class("petunjuk"))
        // Shown by the script, where the phone can tell where it is.
        html(
            .button,
            .useMyLocation,
            .class("tombol tombol-dua"),
            .type("button"),
            .hidden(),
            .does("lokasi"),
            .data(name)
        )
    }

    private func coordinate(
        _ label: Words,
        _ id: String,
        _ ending: String,
        _ value: String,
        _ html: HTML
    ) {
        html(.div) {
            html(.label, label, .for(id))
            html(
                .input,
                .class("kotak angka"),
                .type("text"),
                .id(id),
                .name(name + ending),
                .value(value),
                .autocomplete("off"),
                .invalid(error != nil)
            )
        }
    }

    func write(_ area: AreaInput, _ html: HTML) {
        if let sent = area.sent { html(sent) }
        html(.label, .areaFile, .for(name))
        html(
            .input,
            .class("kotak unggah"),
            .type("file"),
            .id(name),
            .name(name + "-berkas"),
            .accept(".geojson,.json,application/geo+json"),
            .invalid(error != nil)
        )
        html(.label, .areaCorners, .for(name + "-sudut"))
        html(.p, .coordinateHint, .class("petunjuk"), .id(name + "-contoh"))
        html(
            .textarea,
            area.corners,
            .class("kotak angka"),
            .id(name + "-sudut"),
            .name(name + "-sudut"),
            .rows(5),
            .spellcheck(false),
            .describedBy(name + "-contoh")
        )
    }

    func write(_ group: RepeatGroup, _ html: HTML) {
        for (index, fields) in group.members.enumerated() {
            html(.fieldset, .class("satu"), .when(index == 0, .id(name)), .tabindex(-1)) {
                html(.legend, Words.number(index + 1, of: group.thing), .class("tanya"))
                for field in fields { field.write(to: html) }
                html(
                    .button,
                    .class("tombol tombol-tenang"),
                    .type("submit"),
                    .name(name + "-hapus"),
                    .value(String(index))
                ) {
                    html.text(.remove)
                    let which = Words.number(index + 1, of: group.thing)
                    html(.span, " " + html.word(which).lowercasedFirst, .class("tersembunyi"))
                }
            }
        }
        if group.members.count < group.most ?? .max {
            html(
                .button,
                group.add,
                .class("tombol tombol-dua"),
                .type("submit"),
                .when(group.members.isEmpty, .id(name)),
                .name(name + "-tambah"),
                .value("1")
            )
        }
    }
}
