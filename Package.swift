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

// Without these tests wait: for inner loops, and for whole commands run in the debug program, three times as
// long. A package that is depended on by address may have no such flags.
let isDependency = Context.packageDirectory.contains("/checkouts/")
let fast: [CSetting] =
  isDependency ? [] : [.unsafeFlags(["-O2"], .when(configuration: .debug))]
let optimised: [SwiftSetting] =
  isDependency ? [] : [.unsafeFlags(["-O"], .when(configuration: .debug))]

let commit = Context.environment["MINHBACH_COMMIT"]

func library(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings + optimised)
}

func tests(
  of name: String, uses dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    exclude: exclude, swiftSettings: settings)
}

func system(_ name: String, pkgConfig: String? = nil, package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

let package = Package(
  name: "minhbach",
  products: [
    .executable(name: "minhbach", targets: ["minhbach"]),
    // For programs of one's own: where questions begin, and what the answers are made of.
    .library(
      name: "MinhBachKit",
      targets: [
        "MinhBachKit", "Indices", "Panels", "Scenarios", "Sensitivity", "Statistics", "Tables",
      ]),
    // For the packages in Benchmarks and Fuzzing.
    .library(name: "ArgumentParsing", targets: ["ArgumentParsing"]),
    .library(name: "CBuild", targets: ["CBuild"]),
    .library(name: "Indices", targets: ["Indices"]),
    .library(name: "LinearAlgebra", targets: ["LinearAlgebra"]),
    .library(name: "Optimisation", targets: ["Optimisation"]),
    .library(name: "Panels", targets: ["Panels"]),
    .library(name: "Plans", targets: ["Plans"]),
    .library(name: "Regression", targets: ["Regression"]),
    .library(name: "Reports", targets: ["Reports"]),
    .library(name: "Scenarios", targets: ["Scenarios"]),
    .library(name: "Sensitivity", targets: ["Sensitivity"]),
    .library(name: "Statistics", targets: ["Statistics"]),
    .library(name: "Storage", targets: ["Storage"]),
    .library(name: "Tables", targets: ["Tables"]),
  ],
  targets: [
    // C libraries: a module map and a shim each.
    system("COpenBLAS", pkgConfig: "openblas", package: "libopenblas-dev"),
    system("CLAPACKE", pkgConfig: "lapacke", package: "liblapacke-dev"),
    system("CSQLite", pkgConfig: "sqlite3", package: "libsqlite3-dev"),
    system("CZip", pkgConfig: "libzip", package: "libzip-dev"),
    system("CExpat", pkgConfig: "expat", package: "libexpat1-dev"),
    system("CDigest", pkgConfig: "libmd", package: "libmd-dev"),
    system("CXLSXWriter", pkgConfig: "xlsxwriter", package: "libxlsxwriter-dev"),
    // Debian's package has no pkg-config file; the module map names the library.
    system("CReadStat", package: "libreadstat-dev"),
    // Loaded when it is first needed: the headers alone are used to build.
    system("CCbc", package: "coinor-libcbc-dev"),

    // Boost.Math is of headers alone; C++ ends at this shim.
    .target(name: "CBoostMath"),
    // Our own inner loops, compiled for several widths of vectors and chosen when loaded.
    .target(name: "CKernels", cSettings: fast),
    // The commit, told by the makefile; only this file is compiled anew for another one.
    .target(
      name: "CBuild", cSettings: commit.map { [.define("MINHBACH_COMMIT", to: "\"\($0)\"")] } ?? []),

    // Foundations: numbers and grids of cells, nothing of the domain.
    library("LinearAlgebra", uses: ["COpenBLAS", "CLAPACKE", "CKernels"]),
    library("Statistics", uses: ["CBoostMath", "CKernels"]),
    library("Optimisation", uses: ["CCbc"]),
    library("Tables", uses: ["CZip", "CExpat", "CXLSXWriter", "CReadStat", "CDigest"]),

    // Domain and methods.
    library("Panels", uses: ["Tables", "LinearAlgebra"]),
    library("Storage", uses: ["Panels", "Tables", "CSQLite"]),
    library("Indices", uses: ["Panels", "Tables", "Statistics", "LinearAlgebra", "Optimisation"]),
    library("Regression", uses: ["Panels", "Tables", "Statistics", "LinearAlgebra", "CKernels"]),
    library("Sensitivity", uses: ["Statistics", "LinearAlgebra", "CKernels"]),
    library(
      "Scenarios",
      uses: [
        "Indices", "Regression", "Sensitivity", "Panels", "Tables", "Statistics", "LinearAlgebra",
        "Optimisation", "CKernels",
      ]),
    library("Plans", uses: ["Scenarios", "Indices", "Panels", "Tables", "Statistics"]),

    library("MinhBachKit", uses: ["Scenarios", "Indices", "Panels", "Tables", "Statistics"]),

    // Edges.
    library("Reports", uses: ["Tables"]),
    library("ArgumentParsing"),
    .executableTarget(
      name: "minhbach",
      dependencies: [
        "Plans", "Scenarios", "Indices", "Regression", "Sensitivity", "Panels", "Storage", "Tables",
        "Statistics", "LinearAlgebra", "Reports", "ArgumentParsing", "Optimisation", "CBuild",
        "MinhBachKit",
      ],
      swiftSettings: settings),

    // Tests mirror the sources; reference data is read by path and left out of the build.
    .target(
      name: "TestSupport", dependencies: ["Indices", "Panels", "Tables"],
      path: "Tests/TestSupport", swiftSettings: settings),
    tests(of: "LinearAlgebra", uses: ["Tables"], exclude: ["Reference"]),
    tests(of: "Statistics", exclude: ["Reference"]),
    tests(of: "Optimisation"),
    tests(of: "Reports", uses: ["Tables"], exclude: ["Reference"]),
    tests(of: "Panels", uses: ["Tables", "LinearAlgebra", "CXLSXWriter"]),
    tests(of: "Storage", uses: ["Panels", "Tables"]),
    tests(of: "Indices", uses: ["Panels", "Tables", "Statistics"], exclude: ["Reference"]),
    tests(
      of: "Regression", uses: ["Panels", "Tables", "Statistics", "LinearAlgebra"],
      exclude: ["Reference"]),
    tests(of: "Sensitivity", uses: ["Statistics", "Tables"], exclude: ["Reference"]),
    tests(
      of: "Scenarios",
      uses: [
        "Indices", "Regression", "Sensitivity", "Panels", "Tables", "Statistics", "Optimisation",
      ],
      exclude: ["Reference"]),
    tests(
      of: "MinhBachKit", uses: ["Indices", "Panels", "Scenarios", "Sensitivity", "Statistics"]),
    tests(of: "Plans", uses: ["Scenarios", "Indices", "Panels", "Tables"]),
    tests(
      of: "minhbach",
      uses: [
        "Indices", "Panels", "Storage", "Tables", "ArgumentParsing", "Reports", "Scenarios",
        "Sensitivity", "Statistics", "MinhBachKit",
      ],
      exclude: ["Reference"]),
    tests(of: "Tables", uses: ["CZip", "CReadStat"], exclude: ["Reference"]),
    .testTarget(
      name: "ArgumentParsingTests", dependencies: ["ArgumentParsing"], swiftSettings: settings),
  ],
  cxxLanguageStandard: .cxx17
)
