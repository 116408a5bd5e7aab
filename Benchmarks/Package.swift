// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "minhbach", path: "..")],
  targets: [
    .executableTarget(
      name: "bench",
      dependencies: [
        .product(name: "Indices", package: "minhbach"),
        .product(name: "LinearAlgebra", package: "minhbach"),
        .product(name: "Panels", package: "minhbach"),
        .product(name: "Regression", package: "minhbach"),
        .product(name: "Scenarios", package: "minhbach"),
        .product(name: "Sensitivity", package: "minhbach"),
        .product(name: "Statistics", package: "minhbach"),
        .product(name: "Tables", package: "minhbach"),
      ],
      swiftSettings: settings)
  ]
)
