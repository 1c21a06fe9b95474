// The plugin CompileIntents adds BuiltinIntents.text, made from the files in Intents/, and BuiltinDemo.files.
