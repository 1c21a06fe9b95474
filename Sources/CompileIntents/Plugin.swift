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
    return [
      .buildCommand(
        displayName: "Compiling the intent files",
        executable: try context.tool(named: "intentc").url,
        arguments: [folder.path(percentEncoded: false), output.path(percentEncoded: false)],
        inputFiles: files.filter { $0.pathExtension == "yaml" }.sorted { $0.path() < $1.path() },
        outputFiles: [output])
    ]
  }
}
