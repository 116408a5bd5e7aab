// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the program and its tests need no sanitizer. The library is built
// with the same flags, which only the command line can give a dependency: see `make fuzz`.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
]

// Libraries open some of their parts to their own package alone, of which the commands are no part here. Words of a
// command line take no time to read: without optimisation the commands are built in a tenth of it.
let inside: [SwiftSetting] = [.unsafeFlags(["-Onone", "-Xfrontend", "-disable-access-control"])]

let libraries: [Target.Dependency] = [
  "ArgumentParsing", "CBuild", "Indices", "LinearAlgebra", "MinhBachKit", "Optimisation", "Panels",
  "Plans", "Regression", "Reports", "Scenarios", "Sensitivity", "Statistics", "Storage", "Tables",
].map { .product(name: $0, package: "minhbach") }

let package = Package(
  name: "Fuzzing",
  dependencies: [.package(name: "minhbach", path: "..")],
  targets: [
    .systemLibrary(name: "CLibFuzzer"),
    // The commands, by a link to their folder: only what is in a library can be linked.
    .target(
      name: "Program", dependencies: libraries, exclude: ["main.swift"],
      swiftSettings: settings + inside),
    .target(
      name: "Harness", dependencies: ["CLibFuzzer", "Program"] + libraries, swiftSettings: settings),
    .executableTarget(name: "Fuzz", dependencies: ["Harness"], swiftSettings: settings),
  ]
)
