// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the tests of the main one do not build it:
//
//     swift run -c release --package-path Tests/Benchmarks PledgedBenchmarks
let package = Package(
    name: "benchmarks",
    dependencies: [
        .package(name: "pledged", path: "../.."),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .executableTarget(
            name: "PledgedBenchmarks",
            dependencies: [
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "PledgedCore", package: "pledged"),
                .product(name: "PledgedLog", package: "pledged"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]
        ),
        .executableTarget(
            name: "ViewBenchmarks",
            dependencies: [
                .product(name: "PledgedCore", package: "pledged"), .product(name: "PledgedViews", package: "pledged"),
            ],
            swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]
        ),
        .executableTarget(
            name: "DaemonBenchmarks",
            swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]
        ),
    ]
)
