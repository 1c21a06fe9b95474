import Model

extension SetParser {
  /// "my accounts' …", 我的客户的…: what was read becomes a modifier, and a noun is still to come. What the sentence
  /// asks for stays with the sentence.
  func promote(_ state: Int, _ tile: Tile, _ states: inout [[Int]]) {
    let node = nodes[state]
    guard node.head >= 0, node.flags.contains(.noun), !node.flags.contains(.loose) else { return }
    promoteWithoutTime(state, tile, &states)
    let flags = node.flags.intersection([.asked, .field, .grouped, .whichGroup, .most, .narrowing])
    var parent = add(SetNode(parent: -1, modifier: -1, position: Int16(start(state)), head: -1, cost: 0, flags: []))
    for modifier in rootModifiers(state) {
      parent = add(
        SetNode(
          parent: Int32(parent), modifier: modifier, position: node.position, head: -1, cost: 0, flags: flags))
    }
    let related = add(Modifier.related(node: state, count: nil))
    let isTimed = node.flags.contains(.bareTime) && !node.flags.contains(.event)
    states[tile.end].append(
      add(
        SetNode(
          parent: Int32(parent), modifier: related, position: Int16(tile.end), head: -1,
          cost: node.cost + tile.cost + (isTimed ? 8 : 0),
          flags: flags.union([.content, .loose]))))
  }

  /// 今年第三季度|我客户的…: a time that stands first is about what is still to come.
  private func promoteWithoutTime(_ state: Int, _ tile: Tile, _ states: inout [[Int]]) {
    var path: [Int] = []
    var current = state
    while current >= 0 {
      path.append(current)
      current = Int(nodes[current].parent)
    }
    path.reverse()
    guard let first = path.first(where: { nodes[$0].modifier >= 0 && !isRoot(nodes[$0].modifier) }),
      case .time = modifiers[Int(nodes[first].modifier)], first != state, let place = path.firstIndex(of: first)
    else { return }
    var nested = add(SetNode(parent: -1, modifier: -1, position: nodes[first].position, head: -1, cost: 0, flags: []))
    for step in path[(place + 1)...] {
      let old = nodes[step]
      nested = add(
        SetNode(
          parent: Int32(nested), modifier: old.modifier, position: old.position, head: old.head, cost: old.cost,
          flags: old.flags.subtracting(.bareTime)))
    }
    let related = add(Modifier.related(node: nested, count: nil))
    let flags = nodes[first].flags
    states[tile.end].append(
      add(
        SetNode(
          parent: Int32(first), modifier: related, position: Int16(tile.end), head: -1,
          cost: max(0, nodes[state].cost + tile.cost - 4), flags: flags.union([.content, .loose]))))
  }

  private func isRoot(_ modifier: Int32) -> Bool {
    if case .root = modifiers[Int(modifier)] { return true }
    return false
  }

  private func rootModifiers(_ state: Int) -> [Int32] {
    var found: [Int32] = []
    var current = state
    while current >= 0 {
      if nodes[current].modifier >= 0, case .root = modifiers[Int(nodes[current].modifier)] {
        found.append(nodes[current].modifier)
      }
      current = Int(nodes[current].parent)
    }
    return found.reversed()
  }
}
