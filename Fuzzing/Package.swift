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

func fuzzer(_ name: String) -> Target {
  .executableTarget(
    name: name, dependencies: ["Harness", .product(name: "Tables", package: "minhbach")],
    swiftSettings: settings)
}

let package = Package(
  name: "Fuzzing",
  dependencies: [.package(name: "minhbach", path: "..")],
  targets: [
    .systemLibrary(name: "CLibFuzzer"),
    .target(
      name: "Harness",
      dependencies: [
        "CLibFuzzer", .product(name: "Panels", package: "minhbach"),
        .product(name: "Tables", package: "minhbach"),
      ],
      swiftSettings: settings),
    fuzzer("FuzzCSV"),
    fuzzer("FuzzLongTable"),
    fuzzer("FuzzXLS"),
    fuzzer("FuzzXLSX"),
    fuzzer("FuzzXLSXParts"),
  ]
)
