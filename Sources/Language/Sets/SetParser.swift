import Model
import Recognizers
import Values

/// Reads descriptions of records, in any order of their parts, from every token of one sentence; each part once.
///
/// From left to right: a state is what was read so far (a chain of nodes) and the kind of record, if it is known yet;
/// a tile is one part (a noun, a condition, a word that adds nothing). At each token the few cheapest states of a sort
/// survive. A description inside another ("accounts with open deals") is read once and then is a tile.
final class SetParser {
  let lattice: Lattice
  let schema: Schema
  let routes: Routes
  let currency: Currency
  /// The kind that "the ones" stands for.
  let lastKind: KindID?

  var modifiers: [Modifier] = []
  private(set) var nodes: [SetNode] = []
  private var tilesAt: [[Tile]?]
  private var rootTilesAt: [[Tile]?]
  private var setsFrom: [[(end: Int, nodes: [Int])]?]
  /// By modifier: where its row begins in `boundPlaces`, or -1.
  private var boundRows: [Int32] = []
  /// What each modifier says of each kind, once it was asked: the place in `bounds`, a row for each modifier.
  private var boundPlaces: [Int32] = []
  private var bounds: [Binder.Bound?] = []
  /// The cost of each, or that nothing is said.
  private var boundCosts: [Int32] = []
  private var finished: [Int: SetReading] = [:]
  /// What single readers found at each token, read once.
  var found: FoundAtoms
  private(set) lazy var binder = Binder(schema: schema, routes: routes, currency: currency) { [unowned self] in
    reading($0)
  }

  init(_ lattice: Lattice, schema: Schema, routes: Routes, currency: Currency, lastKind: KindID?) {
    self.lattice = lattice
    self.schema = schema
    self.routes = routes
    self.currency = currency
    self.lastKind = lastKind
    tilesAt = Array(repeating: nil, count: lattice.count + 1)
    rootTilesAt = Array(repeating: nil, count: lattice.count + 1)
    setsFrom = Array(repeating: nil, count: lattice.count + 1)
    found = FoundAtoms(count: lattice.count)
    nodes.reserveCapacity(256)
    modifiers.reserveCapacity(32)
  }

  /// Descriptions that begin at a token, by their ends: the last nodes of each, cheapest first.
  func sets(from start: Int) -> [(end: Int, nodes: [Int])] {
    if let known = setsFrom[start] { return known }
    setsFrom[start] = []
    let found = walk(from: start, root: false)
    var result: [(end: Int, nodes: [Int])] = []
    for (end, states) in found.enumerated() where end > start && !states.isEmpty {
      let usable = states.filter { !nodes[$0].flags.contains(.loose) && nodes[$0].flags.contains(.content) }
      if !usable.isEmpty { result.append((end, usable)) }
    }
    setsFrom[start] = result
    return result
  }

  /// Readings of all tokens from `start` to the end as a question or command about records, cheapest first.
  func roots(from start: Int) -> [Int] {
    guard lattice.isCovered else { return [] }
    return walk(from: start, root: true)[lattice.count].filter {
      // "win rate by quarter" describes no record, and asks for something all the same.
      !nodes[$0].flags.isDisjoint(with: [.content, .asked, .grouped])
    }
  }

  /// The states at each token, cheapest first.
  private func walk(from start: Int, root: Bool) -> [[Int]] {
    var states = Array(repeating: [Int](), count: lattice.count + 1)
    states[start] = [add(SetNode(parent: -1, modifier: -1, position: Int16(start), head: -1, cost: 0, flags: []))]
    for position in start..<lattice.count {
      guard !states[position].isEmpty else { continue }
      let here = prune(states[position])
      states[position] = here
      let tiles = tiles(at: position)
      let rootTiles = root ? rootTiles(at: position) : []
      for state in here {
        let node = nodes[state]
        for tile in tiles { step(state, node, tile, root, &states) }
        for tile in rootTiles { step(state, node, tile, root, &states) }
      }
    }
    // "which team" without "most" asks for something else.
    if root {
      states[lattice.count].removeAll { nodes[$0].flags.contains(.whichGroup) != nodes[$0].flags.contains(.most) }
    }
    states[lattice.count] = prune(states[lattice.count])
    return states
  }

  func add(_ node: SetNode) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }

  func add(_ modifier: Modifier) -> Int32 {
    modifiers.append(modifier)
    return Int32(modifiers.count - 1)
  }

  /// The two cheapest of each head and sort of state, two dozen in all.
  private func prune(_ states: [Int]) -> [Int] {
    guard states.count > 1 else { return states }
    let nodes = nodes
    // By cost, and in the order in which they were reached.
    var order: [UInt64] = []
    order.reserveCapacity(states.count)
    for (place, state) in states.enumerated() {
      order.append(UInt64(UInt32(bitPattern: nodes[state].cost) ^ 0x8000_0000) << 32 | UInt64(place))
    }
    order.sort()
    var kept: [Int] = []
    var sorts: [Int32] = []
    kept.reserveCapacity(min(states.count, 28))
    sorts.reserveCapacity(min(states.count, 28))
    for entry in order {
      let state = states[Int(entry & 0xFFFF_FFFF)]
      let sort = Int32(nodes[state].head) << 16 | Int32(nodes[state].flags.rawValue)
      var same = 0
      for other in sorts where other == sort { same += 1 }
      guard same < 2 else { continue }
      sorts.append(sort)
      kept.append(state)
      if kept.count == 28 { break }
    }
    return kept
  }

  private func step(_ state: Int, _ node: SetNode, _ tile: Tile, _ root: Bool, _ states: inout [[Int]]) {
    var head = node.head
    var cost = node.cost + tile.cost
    var flags = node.flags
    switch tile.effect {
    case .skip:
      flags.insert(.loose)
      flags.formUnion(tile.flags)
      let next = SetNode(
        parent: Int32(state), modifier: -1, position: Int16(tile.end), head: head, cost: cost, flags: flags)
      states[tile.end].append(add(next))
      return
    case .root:
      guard root, allows(tile, flags) else { return }
    case .promote:
      promote(state, tile, &states)
      return
    case .noun(let kind):
      if head >= 0, head != kind { return }
      if head == kind, flags.contains(.noun) { cost += 6 }
      if head < 0 {
        guard let extra = pendingCost(state, kind) else { return }
        cost += extra
      }
      head = kind
      flags.insert(.noun)
    case .named(let kind):
      guard head < 0, let extra = pendingCost(state, kind) else { return }
      cost += extra
      head = kind
    case .modifier:
      if head >= 0 {
        guard let extra = bindCost(Int(tile.modifier), head) else { return }
        cost += extra
      }
      if tile.flags.contains(.bareTime), flags.contains(.event) { cost -= 5 }
      if tile.flags.contains(.event), flags.contains(.bareTime) { cost -= 5 }
    }
    if tile.flags.contains(.had), flags.contains(.noun) { cost += 5 }
    if tile.flags.contains(.related), flags.contains(.afterAnd) { flags.insert(.conjoined) }
    flags.remove([.loose, .related, .afterAnd])
    flags.formUnion(tile.flags)
    if case .root = tile.effect {} else { flags.insert(.content) }
    states[tile.end].append(
      add(
        SetNode(
          parent: Int32(state), modifier: tile.modifier, position: Int16(tile.end), head: head, cost: cost, flags: flags
        )))
  }

  /// A sentence asks for one thing, by one field, grouped once.
  private func allows(_ tile: Tile, _ flags: SetNode.Flags) -> Bool {
    tile.flags.isDisjoint(with: flags.intersection([.asked, .field, .grouped, .whichGroup, .most, .narrowing]))
  }

  /// What it costs to say all that was read so far of this kind; nil if something does not apply to it.
  private func pendingCost(_ state: Int, _ kind: Int16) -> Int32? {
    var cost: Int32 = 0
    var current = state
    while current >= 0 {
      let node = nodes[current]
      if node.modifier >= 0 {
        guard let extra = bindCost(Int(node.modifier), kind) else { return nil }
        cost += extra
      }
      current = Int(node.parent)
    }
    return cost
  }

  private func bindCost(_ modifier: Int, _ kind: Int16) -> Int32? {
    let cost = boundCosts[boundPlace(modifier, Int(kind))]
    return cost == .max ? nil : cost
  }

  /// What a modifier says of a kind; nil where it says nothing.
  func bound(_ modifier: Int, to kind: Int) -> Binder.Bound? { bounds[boundPlace(modifier, kind)] }

  private func boundPlace(_ modifier: Int, _ kind: Int) -> Int {
    while boundRows.count <= modifier { boundRows.append(-1) }
    if boundRows[modifier] < 0 {
      boundRows[modifier] = Int32(boundPlaces.count)
      boundPlaces.append(contentsOf: repeatElement(-1, count: schema.kinds.count))
    }
    let place = Int(boundRows[modifier]) + kind
    if boundPlaces[place] >= 0 { return Int(boundPlaces[place]) }
    // Binding a nested set may bind others.
    let bound = binder.bind(modifiers[modifier], to: schema.kinds[kind])
    bounds.append(bound)
    boundCosts.append(bound.map { Int32($0.cost) } ?? .max)
    boundPlaces[place] = Int32(bounds.count - 1)
    return bounds.count - 1
  }

  /// The set of a node with one more modifier, as a node of its own.
  func extend(_ node: Int, with modifier: Modifier) -> Int {
    let old = nodes[node]
    return add(
      SetNode(
        parent: Int32(node), modifier: add(modifier), position: old.position, head: old.head, cost: old.cost,
        flags: old.flags))
  }

  func kindIndex(_ kind: KindID) -> Int16? { schema.place(of: kind).map(Int16.init) }

  private func tiles(at position: Int) -> [Tile] {
    if let known = tilesAt[position] { return known }
    // Guards against a set that would contain itself.
    tilesAt[position] = []
    var maker = TileMaker(parser: self, position: position)
    let made = maker.make()
    tilesAt[position] = made
    return made
  }

  private func rootTiles(at position: Int) -> [Tile] {
    if let known = rootTilesAt[position] { return known }
    var maker = RootTileMaker(parser: self, position: position)
    let made = maker.make()
    rootTilesAt[position] = made
    return made
  }

  /// The finished set behind a node whose kind is known.
  func reading(_ node: Int) -> SetReading? {
    if let known = finished[node] { return known }
    guard nodes[node].head >= 0 else { return nil }
    let made = SetFinisher(parser: self).finish(node, as: schema.kinds[Int(nodes[node].head)])
    finished[node] = made?.set
    return made?.set
  }

  /// The modifiers on the way to a node, in the order of the sentence.
  func chain(_ node: Int) -> [Modifier] { places(node).map { modifiers[$0] } }

  /// The same, by their places among the modifiers.
  func places(_ node: Int) -> [Int] {
    var places: [Int] = []
    var current = node
    while current >= 0 {
      if nodes[current].modifier >= 0 { places.append(Int(nodes[current].modifier)) }
      current = Int(nodes[current].parent)
    }
    places.reverse()
    return places
  }

  /// Where the chain of a node begins.
  func start(_ node: Int) -> Int {
    var current = node
    while nodes[current].parent >= 0 { current = Int(nodes[current].parent) }
    return Int(nodes[current].position)
  }
}
