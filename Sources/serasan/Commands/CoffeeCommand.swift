import ArgumentParser

/// What can be done about coffee at the console.
struct CoffeeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coffee",
        abstract: "Kopi: menghitung mutu, memeriksa berkas kebun, musim karangan.",
        subcommands: [GradeCoffee.self, EUDRCommand.self, SeasonCommand.self]
    )
}
