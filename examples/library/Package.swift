// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "standing",
  dependencies: [.package(name: "minhbach", path: "../..")],
  targets: [
    .executableTarget(
      name: "standing", dependencies: [.product(name: "MinhBachKit", package: "minhbach")])
  ]
)
