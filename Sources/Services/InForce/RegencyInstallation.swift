import Blueprints
import Site
import Stories

extension RegencyFile {
    /// What every page says about the regency.
    func installation(base: String, look: RegencyLook) -> Installation {
        var installation = Installation(name: theme.name ?? name, base: base)
        installation.regency = name
        installation.crest = look.crest
        installation.colours = look.colours
        installation.isDemo = isDemo
        installation.zone = clockZone
        installation.languages = languages.compactMap { Language(rawValue: $0.code) }
        let first = units.first { $0.whatsapp != nil } ?? units.first
        installation.contacts = Installation.Contacts(
            whatsApp: first?.whatsapp,
            phone: first?.phone
        )
        return installation
    }
}
