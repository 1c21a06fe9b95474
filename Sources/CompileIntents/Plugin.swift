import Foundation
import PackagePlugin

/// Compiles the files of `Intents/` into the module that uses this plugin, again whenever one is added or edited.
@main
struct CompileIntents: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) async throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Intents")
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltinIntents+Text.swift")
    let files =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    let demo = target.directoryURL.appending(path: "Demo")
    let demoOutput = context.pluginWorkDirectoryURL.appending(path: "BuiltinDemo.swift")
    let tables = (try? FileManager.default.contentsOfDirectory(at: demo, includingPropertiesForKeys: nil)) ?? []
    return [
      .buildCommand(
        displayName: "Embedding the demo company",
        executable: try context.tool(named: "intentc").url,
        arguments: ["--files", demo.path(percentEncoded: false), demoOutput.path(percentEncoded: false)],
        inputFiles: tables.filter { $0.pathExtension == "csv" }.sorted { $0.path() < $1.path() },
        outputFiles: [demoOutput]),
      .buildCommand(
        displayName: "Compiling the intent files",
        executable: try context.tool(named: "intentc").url,
        arguments: [folder.path(percentEncoded: false), output.path(percentEncoded: false)],
        inputFiles: files.filter { $0.pathExtension == "yaml" }.sorted { $0.path() < $1.path() },
        outputFiles: [output]),
    ]
  }
}
