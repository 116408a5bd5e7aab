/// Regressors named as one player: their joint share is looked for, not each one's.
public struct RegressorGroup: Sendable, Hashable {
  /// What the group is called.
  public let name: String
  /// The names of its regressors.
  public let members: [String]

  /// Joins regressors.
  ///
  /// - Parameters:
  ///   - name: what the group is called.
  ///   - members: the names of its regressors.
  public init(name: String, members: [String]) {
    self.name = name
    self.members = members
  }
}

/// Who shares in R²: single regressors and groups of them, in the order their first columns have.
struct ImportancePlayers: Sendable, Equatable {
  /// The name of each player.
  let names: [String]
  /// The columns of each player, as they were given.
  let members: [[Int]]

  /// The columns in the order of the players.
  var columns: [Int] { members.flatMap { $0 } }

  /// Sorts regressors into groups; one that no group names is a player by itself.
  ///
  /// - Parameters:
  ///   - regressors: the name of each regressor.
  ///   - groups: which are joined.
  /// - Throws: `badGroup`, or `tooManyPlayers` where there are more than 20.
  init(regressors: [String], groups: [RegressorGroup]) throws(ImportanceError) {
    var group = [Int?](repeating: nil, count: regressors.count)
    for (number, joined) in groups.enumerated() {
      for member in joined.members {
        guard let column = regressors.firstIndex(of: member), group[column] == nil else {
          throw .badGroup(name: joined.name, member: member)
        }
        group[column] = number
      }
    }
    var names: [String] = []
    var members: [[Int]] = []
    var places: [Int: Int] = [:]
    for (column, regressor) in regressors.enumerated() {
      if let number = group[column], let place = places[number] {
        members[place].append(column)
        continue
      }
      if let number = group[column] { places[number] = members.count }
      names.append(group[column].map { groups[$0].name } ?? regressor)
      members.append([column])
    }
    guard names.count <= ShapleyTree.mostPlayers else {
      throw .tooManyPlayers(count: names.count, most: ShapleyTree.mostPlayers)
    }
    self.names = names
    self.members = members
  }
}
