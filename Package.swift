// swift-tools-version: 6.2
import PackageDescription

// The arrows between targets are the architecture (docs/ARCHITECTURE.md); Tests/TidyTests holds
// the same table and fails on an import that is not in it.

let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(
    name: "HummingbirdCore",
    package: "hummingbird"
)
let hummingbirdTesting = Target.Dependency.product(
    name: "HummingbirdTesting",
    package: "hummingbird"
)
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let lifecycle = Target.Dependency.product(
    name: "ServiceLifecycle",
    package: "swift-service-lifecycle"
)
let signals = Target.Dependency.product(
    name: "UnixSignals",
    package: "swift-service-lifecycle"
)
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

/// A target of ours with the house's settings.
func part(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: house)
}

/// The tests of a target, named after it; `data` are folders that they read as files.
func tests(
    _ name: String,
    _ dependencies: [Target.Dependency] = [],
    data: [String] = []
) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.init(stringLiteral: name)] + dependencies,
        exclude: data,
        swiftSettings: house + [.unsafeFlags(["-Onone"])]
    )
}

let package = Package(
    name: "serasan",
    products: [.executable(name: "serasan", targets: ["serasan"])],
    dependencies: [
        .package(
            url: "https://github.com/hummingbird-project/hummingbird",
            exact: "2.28.1",
            traits: ["FullFoundation"]
        ),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CPango", pkgConfig: "pangocairo"),
        .systemLibrary(name: "CQR"),
        .systemLibrary(name: "CArgon2"),
        .systemLibrary(name: "CZlib"),
        .systemLibrary(name: "CDisk"),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl"),
        .systemLibrary(name: "CGEOS"),
        .systemLibrary(name: "CProj"),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq"),

        part("Stories"),
        part("Feel"),
        part("Beans", ["Stories", "Feel"]),
        part("Plots", ["Stories", "CGEOS", "CProj", "CZlib"]),
        part("Blueprints", ["Feel", yams]),
        part("Cases", ["Stories", "Blueprints", "Feel"]),
        part("Ledger", ["Stories", crypto]),
        part("Registers", ["Stories", "Feel", "Blueprints", "Cases", "Ledger"]),
        part("LedgerSQLite", ["Ledger", "Stories", grdb]),
        part("LedgerPostgres", ["Ledger", "Stories", "CLibPQ"]),
        part("Backups", ["Stories", "Ledger", "CDisk", "CZlib", "CCurl", crypto]),
        part("Office", ["Stories", "Ledger", "CArgon2", crypto]),
        part(
            "Exchange",
            ["Stories", "Feel", "Blueprints", "Cases", "Ledger", "Office", "CCurl", crypto]
        ),
        part("Notices", ["Stories", "Ledger", "CCurl", crypto, yams]),
        part("Press", ["CPango", "CQR"]),
        part(
            "Site",
            [
                "Office", "Stories", "Ledger", "CZlib", hummingbird, nio, crypto, logging,
                subprocess,
            ]
        ),
        part(
            "Services",
            [
                "Stories", "Feel", "Blueprints", "Cases", "Ledger", "Registers", "Plots", "Office",
                "Notices", "Press", "Site",
                hummingbird, nio, crypto, logging,
            ]
        ),
        part(
            "Satisfaction",
            ["Stories", "Cases", "Ledger", "Office", "Press", "Site", hummingbird, crypto]
        ),
        part(
            "Portfolio",
            ["Stories", "Cases", "Ledger", "Office", "Press", "Site", hummingbird, crypto]
        ),
        part(
            "Workshop",
            ["Stories", "Blueprints", "Exchange", "Ledger", "Office", "Site", hummingbird]
        ),
        part("Newsroom", ["Stories", "Ledger", "Office", "Site", hummingbird, crypto]),
        part(
            "Server",
            [
                "Stories", "Site", yams, hummingbird, hummingbirdCore, nio, nioSSL, logging,
                lifecycle, signals,
            ]
        ),
        part(
            "People",
            ["Stories", "Ledger", "Office", "Press", "Site", hummingbird, crypto]
        ),
        part(
            "Keeping",
            ["Stories", "Ledger", "Office", "Press", "Site", hummingbird, crypto]
        ),
        part("Evidence", ["Stories", "Ledger", "Office", "Notices", "Site", hummingbird]),
        part(
            "Cooperation",
            ["Stories", "Ledger", "Office", "Press", "Site", hummingbird, crypto, yams]
        ),
        part(
            "Comparing",
            [
                "Stories", "Blueprints", "Exchange", "Ledger", "Office", "Press", "Site",
                hummingbird, crypto,
            ]
        ),
        part(
            "Coffee",
            [
                "Stories", "Feel", "Beans", "Plots", "Ledger", "Office", "Press", "Site",
                hummingbird, yams,
            ]
        ),
        part("Privacy", ["Stories", "Ledger", "Office", "Press", "Site", hummingbird, crypto]),
        .executableTarget(
            name: "serasan",
            dependencies: [
                "Stories", "Feel", "Blueprints", "Cases", "Ledger", "LedgerSQLite",
                "LedgerPostgres", "Office",
                "Notices", "Press", "Site", "Services", "Satisfaction", "Portfolio", "Newsroom",
                "Server", "People", "Keeping", "Privacy", "Evidence", "Backups", "Exchange",
                "Workshop", "Cooperation", "Comparing", "Registers", "Coffee", "Beans", "Plots",
                hummingbird,
                hummingbirdCore,
                arguments, logging,
                lifecycle, signals,
                nio,
                nioPosix, crypto,
            ],
            swiftSettings: house
        ),

        // What docs/bench.md is measured with; no part of the program.
        .executableTarget(
            name: "serasan-bench",
            dependencies: [
                "Stories", "Feel", "Blueprints", "Cases", "Exchange", "Office", "Ledger",
                "LedgerSQLite", "LedgerPostgres", "Plots", "Press", "Services", "Coffee", grdb,
                hummingbird, logging, nio,
            ],
            swiftSettings: house
        ),

        // Which database the tests use; no part of the program.
        .target(
            name: "UnderTest",
            dependencies: ["Ledger", "LedgerSQLite", "LedgerPostgres"],
            path: "Tests/UnderTest",
            swiftSettings: house
        ),

        // A browser without scripts, for the tests of features; no part of the program.
        .target(
            name: "Visiting",
            dependencies: [
                "Stories", "Office", "Site", hummingbird, hummingbirdTesting, nio, logging,
            ],
            path: "Tests/Visiting",
            swiftSettings: house
        ),

        tests("Stories"),
        tests("Feel"),
        tests("Beans", ["Stories", "Feel"]),
        tests("Plots", ["Stories", "CZlib"]),
        tests("Blueprints", ["Feel", yams], data: ["Faulty", "Fixtures"]),
        tests("Cases", ["Stories", "Blueprints", "Feel"], data: ["Corpus"]),
        tests(
            "Ledger",
            ["LedgerSQLite", "UnderTest", "Stories", crypto, grdb],
            data: ["Corpus", "CorpusOfTheLog", "Released"]
        ),
        tests(
            "Registers",
            ["Stories", "Feel", "Blueprints", "Cases", "Ledger", "LedgerSQLite", "UnderTest"]
        ),
        tests("Backups", ["Stories", "Ledger", "LedgerSQLite", "UnderTest"]),
        tests("Office", ["Stories", "Ledger", "LedgerSQLite", "UnderTest"], data: ["Corpus"]),
        tests(
            "Exchange",
            ["Stories", "Blueprints", "Ledger", "LedgerSQLite", "UnderTest", "Office", crypto],
            data: ["Corpus"]
        ),
        tests("Notices", ["Stories", "Ledger"]),
        tests("Press", data: ["Golden"]),
        tests(
            "Site",
            [
                "Stories", "Office", "Ledger", "CZlib", "Blueprints", hummingbird,
                hummingbirdTesting, nio,
            ],
            data: ["Golden"]
        ),
        tests(
            "Services",
            [
                "Stories", "Blueprints", "Cases", "Ledger", "LedgerSQLite", "UnderTest", "Notices",
                "Office",
                "Registers", "Evidence", "Press", "Privacy", "Site", hummingbird,
                hummingbirdTesting, nio, logging,
            ],
            data: ["Golden"]
        ),
        tests(
            "Satisfaction",
            [
                "Stories", "Blueprints", "Cases", "Ledger", "LedgerSQLite", "UnderTest", "Office",
                "Site",
                hummingbird, hummingbirdTesting, nio, logging,
            ],
            data: ["Golden"]
        ),
        tests(
            "Portfolio",
            [
                "Stories", "Blueprints", "Cases", "Ledger", "LedgerSQLite", "UnderTest", "Office",
                "Site",
                hummingbird, hummingbirdTesting, nio, logging,
            ]
        ),
        tests(
            "Newsroom",
            [
                "Stories", "Ledger", "LedgerSQLite", "UnderTest", "Office", "Site", "Visiting",
                hummingbird,
                hummingbirdTesting,
            ]
        ),
        tests(
            "Cooperation",
            [
                "Stories", "Ledger", "LedgerSQLite", "UnderTest", "Office", "Site", "Visiting",
                hummingbird,
                hummingbirdTesting,
            ],
            data: ["Corpus"]
        ),
        tests(
            "Comparing",
            ["Stories", "Exchange", "Ledger", "LedgerSQLite", "UnderTest", "Office", "Site"],
            data: ["Corpus"]
        ),
        tests(
            "Coffee",
            [
                "Stories", "Beans", "Plots", "Ledger", "LedgerSQLite", "UnderTest", "Office",
                "Site", "Visiting",
                hummingbird, hummingbirdTesting,
            ],
            data: ["Corpus"]
        ),
        tests("Workshop", ["Blueprints", "Office"]),
        tests("Server", ["Stories", "Site"]),
        tests(
            "People",
            [
                "Stories", "Ledger", "LedgerSQLite", "UnderTest", "Office", "Press", "Site",
                "Keeping",
                hummingbird, hummingbirdTesting, nio, logging,
            ]
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "serasan", "Ledger", "LedgerSQLite", "LedgerPostgres", "UnderTest", "Stories",
                "Office",
            ],
            swiftSettings: house
        ),
        .testTarget(name: "TidyTests", swiftSettings: house),
    ]
)
