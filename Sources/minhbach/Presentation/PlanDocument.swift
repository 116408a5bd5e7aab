import Indices
import Panels
import Plans
import Reports
import Scenarios
import Sensitivity
import Statistics

/// A plan as the fields of an official paper, in Vietnamese whatever the language of the rest.
///
/// What nobody has told, such as a number or a signer, is left to be written in: `…`.
struct PlanDocument {
  let answer: PlanAnswer
  /// The day of the paper; nil to be written in.
  let date: CalendarDate?
  /// The agency that issues it; nil for the People's Committee of the province.
  let issuer: String?
  /// What futures are repeated by.
  let futures: FutureOptions
  /// Vietnamese.
  let vietnamese: Words

  var plan: Plan { answer.plan }
  var target: Target { answer.target }
  var numbers: VietnameseNumbers {
    VietnameseNumbers(names: Names(words: vietnamese, panel: answer.names.panel))
  }

  /// A value for every name of `shape`.
  var fields: Fields {
    Fields(
      texts: head.merging(standing) { $1 }.merging(outlook) { $1 }.merging(verdict) { $1 },
      lists: [
        "years": plan.years.map { Fields(texts: ["year": "\($0)"]) },
        "targets": plan.lines.map(line), "moves": moved.map(line),
        "holds": held.map(line),
        "path": path, "needed": needed, "leads": agencies(plan.leads),
        "supports": agencies(plan.supports),
        "unled": plan.unled.map { Fields(texts: ["name": numbers.names.indicator($0.code)]) },
        "reports": reports,
      ])
  }

  /// Who issues it, where and when.
  private var head: [String: String] {
    let province = plan.province
    let isCity = PlanDocument.isMunicipality(province)
    let name = province.nameVi
    let whole = name.hasPrefix("Thành phố") ? name : (isCity ? "thành phố " : "tỉnh ") + name
    let committee = "Ủy ban nhân dân \(whole)"
    return [
      "province": name, "province_name": whole, "province_capitals": whole.uppercased(),
      "kind": isCity ? "thành phố" : "tỉnh",
      "agency": issuer ?? committee, "department": issuer?.uppercased() ?? "",
      "date": date.map { "ngày \(Self.two($0.day)) tháng \(Self.month($0.month)) năm \($0.year)" }
        ?? "ngày … tháng … năm …",
      "current_year": "\(plan.currentYear)", "first_year": "\(plan.years[0])",
      "final_year": "\(plan.finalYear)", "several_years": plan.years.count > 1 ? "x" : "",
      // More columns than these leave none for agencies on a page of A4.
      "few_years": plan.years.count <= 3 ? "x" : "",
      "deadline": Set(plan.lines.map(\.deadline)).count == 1
        ? plan.lines.first.map { Self.day($0.deadline) } ?? "" : "",
    ]
  }

  /// Where the province stands.
  private var standing: [String: String] {
    let standing = target.standing
    let scores = standing.rivals + [standing.score]
    let median = scores.quantile(0.5) ?? standing.score
    let ranks = answer.sampled.ranks
    let likely = ranks?.likelyRanks(of: plan.province)
    return [
      "score": numbers.decimals(standing.score), "rank": "\(standing.rank)",
      "provinces": "\(scores.count)", "median": numbers.decimals(median),
      "is_above_median": standing.score > median ? "x" : "",
      "likely_best": likely.map { "\($0.lowerBound)" } ?? "",
      "likely_worst": likely.map { "\($0.upperBound)" } ?? "",
      "score_error": ranks?.error(of: plan.province).map { numbers.decimals($0) } ?? "",
      "sure": numbers.share(SampledRanks.level, decimals: 0),
    ]
  }

  /// What is wanted, and how likely it is.
  private var outlook: [String: String] {
    let odds = answer.odds
    func chance(_ chance: SimulatedChance?) -> String {
      chance.map { numbers.share($0.probability, decimals: 1) } ?? ""
    }
    func error(_ chance: SimulatedChance?) -> String {
      chance.map { numbers.points($0.error) } ?? ""
    }
    let last = target.path.last
    return [
      "goal": numbers.written(vietnamese(target.goal.phrase)),
      "goal_score": last.map { numbers.decimals($0.score) } ?? "",
      "goal_rank": last.map { "\($0.rank)" } ?? "",
      "gain": last.map { numbers.decimals($0.score - target.standing.score, isSigned: true) } ?? "",
      "score_needed": numbers.decimals(target.scoreNeeded),
      "chance": chance(answer.chance), "chance_error": error(answer.chance),
      "chance_unplanned": chance(odds?.unplanned), "chance_unplanned_error": error(odds?.unplanned),
      "chance_held": chance(odds?.held?.last), "chance_held_error": error(odds?.held?.last),
      "wanted_chance": answer.isProbable == nil ? "" : wantedChance,
      "model": Self.model(futures.rivals), "draws": numbers.whole(futures.draws),
      "seed": "\(futures.seed)",
    ]
  }

  private var wantedChance: String {
    answer.probability.map { numbers.share($0, decimals: $0 * 100 == ($0 * 100).rounded() ? 0 : 1) }
      ?? ""
  }

  /// How sure it is that the plan is the least one.
  private var verdict: [String: String] {
    func flag(_ isSo: Bool) -> String { isSo ? "x" : "" }
    return [
      "is_least": flag(target.certificate == .optimal),
      "is_reached": flag(target.certificate == .reached),
      "is_likely": flag(target.certificate == .likely),
      "is_out_of_reach": flag(target.certificate == .infeasible),
      "is_unlikely": flag(answer.isProbable == false),
      "is_approximate": flag(target.rule.standing == .approximate),
    ]
  }

  private var path: [Fields] {
    zip(target.path.indices, target.path).map { place, milestone in
      // The first year has been: it has no chance.
      let chance = place > 0 ? answer.odds?.chances[place - 1] : nil
      return Fields(texts: [
        "year": "\(milestone.year)", "score": numbers.decimals(milestone.score),
        "rank": "\(milestone.rank)",
        "chance": chance.map { numbers.share($0.probability, decimals: 0) } ?? "",
      ])
    }
  }

  private var needed: [Fields] {
    (answer.odds?.needed ?? []).map {
      Fields(texts: [
        "chance": numbers.share($0.probability, decimals: 0),
        "gain": numbers.decimals($0.gain, isSigned: true),
      ])
    }
  }
}
