// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "hearsay",
    products: [
        .executable(name: "hearsay", targets: ["hearsay-cli"]),
        .library(name: "Hearsay", targets: ["Hearsay"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    ],
    targets: [
        // Values: text with byte spans, documents, voices, statements, readings.
        .target(name: "HearsayCore", swiftSettings: settings),

        // Bytes -> Document.
        .systemLibrary(name: "CModest", providers: [.apt(["libmodest-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
        .target(
            name: "HearsayCapture",
            dependencies: [
                "HearsayCore", "CModest", "CCurl", "CXML", "CZip", "CZlib", "CBrotli",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings),

        // WordPiece, the encoder, sentence vectors.
        .target(name: "CHearsayKernels"),
        .target(
            name: "HearsayLanguage", dependencies: ["HearsayCore", "CHearsayKernels"], swiftSettings: settings),

        // Document -> Reading.
        .target(
            name: "HearsayReading", dependencies: ["HearsayCore", "HearsayLanguage"],
            resources: [.copy("Resources")], swiftSettings: settings),

        // Readings -> claims, edges, origins; claims and judgements -> due list and records.
        .target(name: "HearsayTracing", dependencies: ["HearsayCore", "HearsayLanguage"], swiftSettings: settings),
        .target(name: "HearsayReckoning", dependencies: ["HearsayCore"], swiftSettings: settings),

        // Whether two names stand for one source.
        .target(name: "HearsayNames", dependencies: ["HearsayCore"], swiftSettings: settings),

        // Two readings of one article -> what changed, and of what kind it is.
        .target(name: "HearsayRevising", dependencies: ["HearsayCore", "HearsayReading"], swiftSettings: settings),

        // Articles, claims and judgements -> the bytes of other people's formats.
        .target(
            name: "HearsayExport", dependencies: ["HearsayCore", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),

        // What is kept, and the log that proves it.
        .target(
            name: "TransparencyLog", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        // Time-stamps of others, by OpenSSL.
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(name: "Timestamping", dependencies: ["COpenSSL"], swiftSettings: settings),
        // A trace as a picture.
        .target(name: "HearsayDrawing", dependencies: ["HearsayCore"], swiftSettings: settings),
        .target(
            name: "HearsayLedger",
            dependencies: [
                "HearsayCore", "HearsayNames", "TransparencyLog", "CZlib",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings),

        // The use cases, the pages, and the command line over them.
        .target(
            name: "Hearsay",
            dependencies: [
                "HearsayCore", "HearsayCapture", "HearsayLanguage", "HearsayReading", "HearsayTracing",
                "HearsayReckoning", "HearsayNames", "HearsayRevising", "HearsayExport", "HearsayDrawing",
                "HearsayLedger", "TransparencyLog",
                "Timestamping",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            resources: [.copy("Resources")], swiftSettings: settings),
        .target(
            name: "HearsayWeb",
            dependencies: [
                "Hearsay", "HearsayCore", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"), .product(name: "Logging", package: "swift-log"),
            ],
            resources: [.copy("Resources")], swiftSettings: settings),
        .executableTarget(
            name: "hearsay-cli",
            dependencies: [
                "Hearsay", "HearsayWeb", "HearsayCore", "HearsayNames",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),

        // Measures the encoder and the ledger alone; no product.
        .executableTarget(
            name: "hearsay-bench", dependencies: ["HearsayLanguage", "HearsayLedger", "HearsayTracing", "HearsayCore"],
            swiftSettings: settings),

        .testTarget(name: "HearsayCoreTests", dependencies: ["HearsayCore"], swiftSettings: settings),
        .testTarget(
            name: "HearsayCaptureTests", dependencies: ["HearsayCapture", "HearsayCore"], swiftSettings: settings),
        .testTarget(
            name: "HearsayLanguageTests", dependencies: ["HearsayLanguage", "CHearsayKernels"],
            resources: [.copy("Fixtures")], swiftSettings: settings),
        .testTarget(name: "HearsayReadingTests", dependencies: ["HearsayReading"], swiftSettings: settings),
        .testTarget(
            name: "HearsayTracingTests", dependencies: ["HearsayTracing", "HearsayCore"], swiftSettings: settings),
        .testTarget(
            name: "HearsayReckoningTests", dependencies: ["HearsayReckoning", "HearsayCore"], swiftSettings: settings),
        .testTarget(
            name: "HearsayNamesTests", dependencies: ["HearsayNames", "HearsayCore"], swiftSettings: settings),
        .testTarget(
            name: "HearsayRevisingTests", dependencies: ["HearsayRevising", "HearsayCore"], swiftSettings: settings),
        .testTarget(
            name: "HearsayExportTests", dependencies: ["HearsayExport", "HearsayCore"], exclude: ["Goldens", "Peers"],
            swiftSettings: settings),
        .testTarget(
            name: "HearsayDrawingTests", dependencies: ["HearsayDrawing", "HearsayCore"], exclude: ["Goldens"],
            swiftSettings: settings),
        .testTarget(
            name: "TransparencyLogTests",
            dependencies: ["TransparencyLog", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        .testTarget(name: "TimestampingTests", dependencies: ["Timestamping", "COpenSSL"], swiftSettings: settings),
        .testTarget(
            name: "HearsayLedgerTests",
            dependencies: [
                "HearsayLedger", "HearsayCore", "HearsayNames", "TransparencyLog", "CZlib",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
            ],
            resources: [.copy("Fixtures")], swiftSettings: settings),
        .testTarget(
            name: "HearsayWebTests",
            dependencies: [
                "HearsayWeb", "Hearsay", "HearsayCore",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "HearsayTests",
            dependencies: [
                "Hearsay", "HearsayCapture", "HearsayCore", "HearsayLedger", "HearsayRevising", "HearsayTracing",
            ],
            exclude: ["Goldens"], swiftSettings: settings),
        .testTarget(
            name: "CommandTests", dependencies: ["hearsay-cli", "HearsayLedger", "HearsayCore"], swiftSettings: settings
        ),
        .testTarget(name: "ArchitectureTests", swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
