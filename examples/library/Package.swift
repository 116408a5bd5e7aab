// swift-tools-version: 6.2
import PackageDescription

let kit = Target.Dependency.product(name: "MinhBachKit", package: "minhbach")

let package = Package(
  name: "library",
  dependencies: [.package(name: "minhbach", path: "../..")],
  targets: [
    .executableTarget(name: "ask", dependencies: [kit]),
    .executableTarget(name: "standing", dependencies: [kit]),
  ]
)
