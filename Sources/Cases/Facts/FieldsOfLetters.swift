internal import Stories

extension NumberedLetter {
    func write(to fields: inout FactWriter) {
        fields.put("letter", letter)
        fields.put("template", template)
        fields.put("number", number)
        fields.put("register", register)
        fields.put("running", running)
        fields.put("day", day)
        fields.put("code", code)
        fields.put("signer", signer)
        fields.put("action", action)
        fields.put("lead", lead)
        fields.put("notify", notify)
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            letter: try fields.get("letter"),
            template: try fields.get("template"),
            number: try fields.get("number"),
            register: try fields.get("register"),
            running: try fields.get("running"),
            day: try fields.get("day"),
            code: try fields.get("code"),
            signer: try fields.get("signer"),
            action: try fields.get("action"),
            lead: try fields.get("lead"),
            notify: try fields.find("notify")
        )
    }
}

extension SignedLetter {
    func write(to fields: inout FactWriter) {
        fields.put("letter", letter)
        fields.put("way", way)
        fields.put("file", file)
        fields.put("lead", lead)
        fields.put("notify", notify)
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            letter: try fields.get("letter"),
            way: try fields.get("way"),
            file: try fields.get("file"),
            lead: try fields.get("lead"),
            notify: try fields.find("notify")
        )
    }
}
