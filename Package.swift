// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors in what is ours; a dependency's are its own affair.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  // Rooms are read through and through by each other's optimiser.
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

// The rooms from the ground up. What each may import of ours is the table in
// Sources/README.md, held by Tests/HouseTests.
let package = Package(
  name: "inquiry",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "inquiry", targets: ["InquiryTool"])],
  dependencies: [
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(
      url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(
      url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(
      url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(
      name: "CLibzip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "Postgres",
      dependencies: [
        "CLibpq", logging, crypto,
        .product(name: "DequeModule", package: "swift-collections"),
      ],
      swiftSettings: strict),
    .target(name: "Inquiries", dependencies: [crypto], swiftSettings: strict),
    .target(name: "Surveys", dependencies: ["Inquiries"], swiftSettings: strict),
    .target(
      name: "Papers",
      dependencies: [
        "CLibzip", "Inquiries", "Surveys",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: strict),
    .target(name: "Checks", dependencies: ["Inquiries"], swiftSettings: strict),
    .target(name: "Tagging", dependencies: ["Inquiries"], swiftSettings: strict),
    .target(
      name: "Records", dependencies: ["Inquiries", "Postgres", "Surveys"], swiftSettings: strict),
    .target(
      name: "Conduct",
      dependencies: [
        "Inquiries", "Postgres", "Papers", "Checks", "Surveys", "Tagging", "Records", crypto,
        logging,
      ],
      resources: [.copy("Claims/claim-phrases.json"), .copy("Suggesting/ask-phrases.json")],
      swiftSettings: strict),
    .target(
      name: "Wire",
      dependencies: [
        "Inquiries", .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      swiftSettings: strict),
    .target(
      name: "Server",
      dependencies: [
        "CMalloc", "CZlib", "Inquiries", "Postgres", "Papers", "Checks", "Surveys", "Tagging",
        "Records", "Conduct", "Wire", hummingbird, logging, lifecycle, crypto,
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      resources: [.copy("Templates"), .copy("Assets")],
      swiftSettings: strict),
    .executableTarget(
      name: "InquiryTool",
      dependencies: [
        "Inquiries", "Postgres", "Papers", "Checks", "Tagging", "Records", "Conduct", "Wire",
        "Server", logging, lifecycle,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "SystemPackage", package: "swift-system"), crypto,
      ],
      resources: [.copy("ExampleInquiry")],
      swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: ["Inquiries", "Postgres", "Papers", "Records", "Conduct", logging, crypto],
      path: "Tests/Support", swiftSettings: strict),
    // What deploy/bench runs; no test, and no part of the product.
    .executableTarget(
      name: "InquiryBench",
      dependencies: [
        "Inquiries", "Postgres", "Papers", "Tagging", "Records", "Conduct", "Wire", hummingbird,
        logging, crypto,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      path: "Tests/Bench", swiftSettings: strict),
    .testTarget(name: "HouseTests", swiftSettings: strict),
    .testTarget(
      name: "PostgresTests", dependencies: ["Postgres", "CLibpq", logging], swiftSettings: strict),
    .testTarget(name: "InquiriesTests", dependencies: ["Inquiries"], swiftSettings: strict),
    .testTarget(
      name: "PapersTests",
      dependencies: ["Papers", "Inquiries", "Surveys", "CLibzip"],
      swiftSettings: strict),
    .testTarget(name: "ChecksTests", dependencies: ["Checks", "Inquiries"], swiftSettings: strict),
    .testTarget(
      name: "TaggingTests", dependencies: ["Tagging", "Inquiries"], swiftSettings: strict),
    .testTarget(
      name: "SurveysTests", dependencies: ["Surveys", "Inquiries"], swiftSettings: strict),
    .testTarget(
      name: "RecordsTests", dependencies: ["Records", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ConductTests", dependencies: ["Conduct", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "WireTests", dependencies: ["Wire", "Inquiries"], swiftSettings: strict),
    .testTarget(
      name: "ServerTests",
      dependencies: [
        "CZlib", "Server", "Conduct", "Inquiries", "Postgres", "Records", "Surveys",
        "TestSupport", hummingbird, logging, crypto,
        .product(name: "HTTPTypes", package: "swift-http-types"),
        "Wire",
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ToolTests",
      dependencies: [
        "InquiryTool", "Checks", "Conduct", "Inquiries", "Postgres", "Records", "TestSupport",
        "Wire", crypto,
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
