import Model

typealias Record = Model.Record
typealias Table = Model.Table
