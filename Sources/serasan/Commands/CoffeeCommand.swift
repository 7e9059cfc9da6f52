import ArgumentParser

/// What can be reckoned of coffee without a record.
struct CoffeeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coffee",
        abstract: "Menghitung dan memeriksa hal kopi dari berkas.",
        subcommands: [GradeCoffee.self, EUDRCommand.self]
    )
}
