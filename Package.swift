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
    ],
    targets: [
        // Values: text with byte spans, documents, voices, statements, readings.
        .target(name: "HearsayCore", swiftSettings: settings),

        // Bytes -> Document.
        .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
        .target(name: "HearsayCapture", dependencies: ["HearsayCore", "CGumbo"], swiftSettings: settings),

        // WordPiece, the encoder, sentence vectors.
        .systemLibrary(name: "COneDNN", providers: [.apt(["libdnnl-dev"])]),
        .target(name: "CHearsayKernels"),
        .target(
            name: "HearsayLanguage", dependencies: ["HearsayCore", "COneDNN", "CHearsayKernels"],
            swiftSettings: settings),

        // Document -> Reading.
        .target(
            name: "HearsayReading", dependencies: ["HearsayCore", "HearsayLanguage"],
            resources: [.copy("Resources")], swiftSettings: settings),

        // The use cases, and the command line over them.
        .target(
            name: "Hearsay",
            dependencies: [
                "HearsayCore", "HearsayCapture", "HearsayLanguage", "HearsayReading",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "hearsay-cli",
            dependencies: [
                "Hearsay", "HearsayCore", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),

        // Measures the encoder alone; no product.
        .executableTarget(name: "hearsay-bench", dependencies: ["HearsayLanguage"], swiftSettings: settings),

        .testTarget(name: "HearsayCoreTests", dependencies: ["HearsayCore"], swiftSettings: settings),
        .testTarget(
            name: "HearsayCaptureTests", dependencies: ["HearsayCapture", "HearsayCore"], swiftSettings: settings),
        .testTarget(
            name: "HearsayLanguageTests", dependencies: ["HearsayLanguage"], resources: [.copy("Fixtures")],
            swiftSettings: settings),
        .testTarget(name: "HearsayReadingTests", dependencies: ["HearsayReading"], swiftSettings: settings),
        .testTarget(
            name: "HearsayTests", dependencies: ["Hearsay", "HearsayCapture", "HearsayCore"],
            exclude: ["Goldens"], swiftSettings: settings),
        .testTarget(name: "CommandTests", dependencies: ["hearsay-cli", "HearsayCore"], swiftSettings: settings),
        .testTarget(name: "ArchitectureTests", swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
