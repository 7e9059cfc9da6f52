import Testing

/// Who may import whom among our own targets: the whole architecture, in a table.
private let mayImport: [String: Set<String>] = [
    "Stories": [],
    "Feel": [],
    "Beans": ["Stories", "Feel"],
    "Plots": ["Stories", "CGEOS", "CProj", "CZlib"],
    "Blueprints": ["Feel"],
    "Cases": ["Stories", "Blueprints", "Feel"],
    "Ledger": ["Stories"],
    "Registers": ["Stories", "Feel", "Blueprints", "Cases", "Ledger"],
    "LedgerSQLite": ["Ledger", "Stories"],
    "LedgerPostgres": ["Ledger", "Stories", "CLibPQ"],
    "Backups": ["Stories", "Ledger", "CDisk", "CZlib", "CCurl"],
    "Office": ["Stories", "Ledger", "CArgon2"],
    "Exchange": ["Stories", "Feel", "Blueprints", "Cases", "Ledger", "Office", "CCurl"],
    "Notices": ["Stories", "Ledger", "CCurl"],
    "Press": ["CPango", "CQR"],
    "Site": ["Office", "Stories", "Ledger", "CZlib"],
    "Services": [
        "Stories", "Feel", "Blueprints", "Cases", "Ledger", "Registers", "Plots", "Office",
        "Notices", "Press", "Site",
    ],
    "Satisfaction": ["Stories", "Cases", "Ledger", "Office", "Press", "Site"],
    "Portfolio": ["Stories", "Cases", "Ledger", "Office", "Press", "Site"],
    "People": ["Stories", "Ledger", "Office", "Press", "Site"],
    "Keeping": ["Stories", "Ledger", "Office", "Press", "Site"],
    "Newsroom": ["Stories", "Ledger", "Office", "Site"],
    "Cooperation": ["Stories", "Ledger", "Office", "Press", "Site"],
    "Privacy": ["Stories", "Ledger", "Office", "Press", "Site"],
    "Evidence": ["Stories", "Ledger", "Office", "Notices", "Site"],
    "Workshop": ["Stories", "Blueprints", "Exchange", "Ledger", "Office", "Site"],
    "Comparing": ["Stories", "Blueprints", "Exchange", "Ledger", "Office", "Press", "Site"],
    "Coffee": ["Stories", "Feel", "Beans", "Plots", "Ledger", "Office", "Press", "Site"],
    "Server": ["Stories", "Site"],
    "serasan": [
        "Stories", "Feel", "Blueprints", "Cases", "Ledger", "LedgerSQLite", "LedgerPostgres",
        "Office",
        "Notices", "Press", "Site", "Services", "Satisfaction", "Portfolio", "Newsroom", "People",
        "Keeping", "Privacy", "Evidence", "Server", "Backups", "Exchange", "Workshop",
        "Cooperation", "Comparing", "Registers", "Coffee", "Beans", "Plots",
    ],
    "serasan-bench": [
        "Stories", "Feel", "Blueprints", "Cases", "Ledger", "LedgerSQLite", "LedgerPostgres",
        "Office", "Press",
        "Coffee", "Plots",
        "Site", "Services", "Exchange",
    ],
]

private let ours = Set(mayImport.keys).union([
    "CPango", "CQR", "CArgon2", "CDisk", "CZlib", "CCurl", "CGEOS", "CProj", "CLibPQ",
])

@Test(arguments: ProjectFile.swift.filter { $0.path.hasPrefix("Sources/") })
func `a target imports only what the table allows`(file: ProjectFile) throws {
    let allowed = try #require(mayImport[file.target], "a target that the table does not name")
    for line in file.lines {
        guard let module = importedModule(line), ours.contains(module) else { continue }
        #expect(allowed.contains(module), "\(file.path) imports \(module)")
    }
}

@Test func `only the composition root names an engine`() {
    for file in ProjectFile.swift
    where file.path.hasPrefix("Sources/") && !file.path.hasPrefix("Sources/LedgerSQLite/")
        && !file.path.hasPrefix("Sources/serasan")
    {
        #expect(!file.lines.contains { importedModule($0) == "LedgerSQLite" }, "\(file.path)")
        #expect(!file.lines.contains { importedModule($0) == "LedgerPostgres" }, "\(file.path)")
        #expect(!file.lines.contains { importedModule($0) == "GRDB" }, "\(file.path)")
    }
}

@Test(arguments: [
    ("package import Feel", "Feel"), ("import struct Foundation.Date", "Foundation"),
    ("  import Ledger", "Ledger"), ("// import Ledger", nil), ("let important = 1", nil),
])
func `an import is recognised`(line: String, module: String?) {
    #expect(importedModule(line) == module)
}

/// The module that a line imports.
private func importedModule(_ line: String) -> String? {
    var words = line.split(separator: " ").map(String.init)
    while let first = words.first, ["package", "public", "internal", "private"].contains(first) {
        words.removeFirst()
    }
    guard words.first == "import", words.count >= 2 else { return nil }
    let kinds: Set = ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias"]
    let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
    return name.split(separator: ".").first.map(String.init)
}
