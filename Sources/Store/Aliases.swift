import Model

/// Ours, where GRDB has types of the same names.
typealias Record = Model.Record
typealias Table = Model.Table
