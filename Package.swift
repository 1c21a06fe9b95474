// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

/// One of our modules: its sources under `Sources/NAME`, Swift 6 mode, warnings as errors.
func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one of our modules, under `Tests/NAMETests`.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: "\(name)Tests", dependencies: dependencies, swiftSettings: strict)
}

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "rapport",
  products: [.executable(name: "rapport", targets: ["rapport"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    module("Values", []),
    module("Recognizers", ["Values"]),
    module("Model", ["Values", "Recognizers"]),
    module("Language", ["Model", "Recognizers", "Values"]),
    module("IntentFiles", ["Language", "Model", "Values", yams]),
    .executableTarget(name: "intentc", dependencies: ["IntentFiles", "Language"], swiftSettings: strict),
    .plugin(
      name: "CompileIntents", capability: .buildTool(), dependencies: ["intentc"], path: "Sources/CompileIntents"),
    .target(
      name: "BuiltinIntents", exclude: ["Demo"], swiftSettings: strict, plugins: ["CompileIntents"]),
    module("CRM", ["Model", "Recognizers", "Values"]),
    module("Store", ["CRM", "Model", "Recognizers", "Values", grdb, sqlite]),
    module("Exchange", ["CRM", "Model", "Values"]),
    module("Conversation", ["Language", "Model", "Recognizers", "Values"]),
    module("Assistant", ["CRM", "Conversation", "Exchange", "Language", "Model", "Recognizers", "Values"]),
    module("Rendering", ["Conversation", "Model", "Values"]),
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    module("LineEditor", ["CReadline"]),
    module("Surfaces", ["Conversation", "LineEditor", "Model", "Rendering", "Values"]),
    .executableTarget(
      name: "rapport",
      dependencies: [
        "Assistant", "BuiltinIntents", "CRM", "Conversation", "Exchange", "IntentFiles", "Language", "Model",
        "Recognizers", "Rendering", "Store", "Surfaces", "Values", arguments,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "measure",
      dependencies: ["BuiltinIntents", "CRM", "Language", "Model", "Recognizers", "Store", "Values"],
      path: "Benchmarks/Measure", swiftSettings: strict),
    tests("Rendering", ["Conversation", "Model", "Rendering", "Values"]),
    tests("Store", ["Store", "CRM", "Model", "Recognizers", "Values", grdb]),
    tests("Surfaces", ["Conversation", "LineEditor", "Model", "Rendering", "Surfaces", "Values"]),
    tests("Recognizers", ["Recognizers", "Values"]),
    tests("CRM", ["CRM", "Model", "Store", "Values"]),
    tests("Exchange", ["CRM", "Exchange", "Model", "Store", "Values"]),
    tests("IntentFiles", ["CRM", "IntentFiles", "Language", "Model", "Values"]),
    tests("Architecture", []),
    tests(
      "Acceptance",
      [
        "Assistant", "BuiltinIntents", "CRM", "Conversation", "Exchange", "IntentFiles", "Language", "Model",
        "Recognizers", "Store", "Values", "rapport",
      ]),
  ]
)
