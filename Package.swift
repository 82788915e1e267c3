// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "pledged",
    products: [
        .executable(name: "pledged", targets: ["pledged"]),
        .executable(name: "pledgectl", targets: ["pledgectl"]),
        .executable(name: "train-language", targets: ["train-language"]),
        // For Tests/Benchmarks.
        .library(name: "PledgedCore", targets: ["PledgedCore"]),
        .library(name: "PledgedLog", targets: ["PledgedLog"]),
        .library(name: "PledgedViews", targets: ["PledgedViews"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(
            url: "https://github.com/apple/swift-configuration",
            from: "1.4.0",
            traits: ["YAML", "CommandLineArguments"]
        ),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        // The core: values and decisions, no clock, no file, no await.
        .target(name: "PledgedCore"),
        .target(
            name: "PledgedArticles",
            dependencies: ["PledgedCore", "CLibXML2", .product(name: "Crypto", package: "swift-crypto")]
        ),
        .target(
            name: "PledgedLanguage",
            dependencies: ["CEnglishModel"],
            resources: [.embedInCode("Lists")]
        ),
        .target(
            name: "PledgedExtraction",
            dependencies: ["PledgedCore", "PledgedLanguage"],
            resources: [.embedInCode("Rules")]
        ),
        .target(name: "PledgedAPI", dependencies: ["PledgedCore"]),

        // The shell: one owner for each effect.
        .target(
            name: "PledgedRules",
            dependencies: ["PledgedExtraction", .product(name: "SystemPackage", package: "swift-system")]
        ),
        .target(
            name: "PledgedLog",
            dependencies: [
                "PledgedCore",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]
        ),
        .target(
            name: "PledgedViews",
            dependencies: [
                "PledgedCore",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        .target(
            name: "PledgedIntake",
            dependencies: [
                "PledgedCore", "CInotifyTools", "CRename",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]
        ),
        .target(
            name: "PledgedServer",
            dependencies: [
                "PledgedCore", "PledgedAPI", "PledgedViews", "PledgedLog",
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOExtras", package: "swift-nio-extras"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            resources: [.embedInCode("OpenAPI/openapi.json")]
        ),
        .target(
            name: "PledgedDaemon",
            dependencies: [
                "PledgedCore", "PledgedArticles", "PledgedExtraction", "PledgedLog", "PledgedViews", "PledgedAPI",
                "PledgedIntake", "PledgedRules", "PledgedServer", "CSystemd",
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ]
        ),

        // The programs.
        .executableTarget(
            name: "pledged",
            dependencies: ["PledgedDaemon", .product(name: "ArgumentParser", package: "swift-argument-parser")]
        ),
        .executableTarget(
            name: "pledgectl",
            dependencies: [
                "PledgedCore", "PledgedAPI", "PledgedLog", "PledgedArticles", "PledgedLanguage", "PledgedExtraction",
                "PledgedRules",
                "CRename",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]
        ),

        .executableTarget(
            name: "train-language",
            dependencies: [
                "PledgedLanguage",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            resources: [.embedInCode("Gazetteers")]
        ),

        // The trained model, as data in the program; licensed apart, see its NOTICE.
        .target(name: "CEnglishModel", exclude: ["English.model", "NOTICE"]),

        // C libraries, one owner each.
        .systemLibrary(name: "CInotifyTools", providers: [.apt(["libinotifytools0-dev"])]),
        .systemLibrary(name: "CRename"),
        .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

        // Tests mirror the targets.
        .target(name: "PledgedTesting", dependencies: ["PledgedCore"], path: "Tests/PledgedTesting"),
        .testTarget(name: "PledgedCoreTests", dependencies: ["PledgedCore", "PledgedTesting"]),
        .testTarget(
            name: "PledgedArticlesTests",
            dependencies: ["PledgedArticles", "PledgedCore", "PledgedTesting"]
        ),
        .testTarget(name: "PledgedLanguageTests", dependencies: ["PledgedLanguage", "PledgedTesting"]),
        .testTarget(
            name: "TrainLanguageTests",
            dependencies: ["train-language", "PledgedLanguage", "PledgedTesting"],
            exclude: ["HeldOutNames"]
        ),
        .testTarget(
            name: "PledgedExtractionTests",
            dependencies: ["PledgedExtraction", "PledgedArticles", "PledgedCore", "PledgedLanguage", "PledgedTesting"],
            exclude: ["Gold", "Regression"]
        ),
        .testTarget(
            name: "PledgedRulesTests",
            dependencies: ["PledgedRules", "PledgedExtraction", "PledgedTesting"]
        ),
        .testTarget(name: "PledgedAPITests", dependencies: ["PledgedAPI", "PledgedCore", "PledgedTesting"]),
        .executableTarget(
            name: "pledged-log-writer",
            dependencies: [
                "PledgedLog", "PledgedCore",
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Tests/pledged-log-writer"
        ),
        .testTarget(
            name: "PledgedLogTests",
            dependencies: [
                "PledgedLog", "PledgedCore", "PledgedTesting", "pledged-log-writer",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            exclude: ["Released"]
        ),
        .testTarget(
            name: "PledgedViewsTests",
            dependencies: [
                "PledgedViews", "PledgedCore", "PledgedTesting",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            exclude: ["Series"]
        ),
        .testTarget(
            name: "PledgedIntakeTests",
            dependencies: [
                "PledgedIntake", "PledgedCore", "PledgedTesting",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        .testTarget(
            name: "PledgedServerTests",
            dependencies: [
                "PledgedServer", "PledgedAPI", "PledgedCore", "PledgedLog", "PledgedViews", "PledgedTesting",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        .testTarget(
            name: "PledgedDaemonTests",
            dependencies: [
                "PledgedDaemon", "PledgedAPI", "PledgedCore", "PledgedIntake", "PledgedLog", "PledgedTesting",
                "PledgedViews",
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .testTarget(
            name: "PledgedSimulationTests",
            dependencies: [
                "PledgedCore", "PledgedDaemon", "PledgedExtraction", "PledgedIntake", "PledgedLog", "PledgedTesting",
                "PledgedViews",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]
        ),
        .testTarget(
            name: "PledgectlTests",
            dependencies: [
                "pledgectl", "PledgedAPI", "PledgedArticles", "PledgedCore", "PledgedLog", "PledgedServer",
                "PledgedTesting", "PledgedViews",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]
        ),
        .testTarget(
            name: "PledgedEndToEndTests",
            dependencies: [
                "pledged", "pledgectl", "PledgedAPI", "PledgedCore", "PledgedLog", "PledgedTesting",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]
        ),
    ]
)

let upcoming = [
    "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility",
    "NonisolatedNonsendingByDefault", "InferIsolatedConformances", "ImmutableWeakCaptures",
]
for target in package.targets where target.type != .system {
    target.swiftSettings = upcoming.map { .enableUpcomingFeature($0) }
    target.swiftSettings? += [.swiftLanguageMode(.v6), .strictMemorySafety()]
    target.swiftSettings? += [.treatAllWarnings(as: .error), .treatWarning("DeprecatedDeclaration", as: .warning)]
}
// Thousands of sums a word: without optimization a test would take minutes where the program takes seconds.
for target in package.targets where target.name == "PledgedLanguage" {
    target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
}
