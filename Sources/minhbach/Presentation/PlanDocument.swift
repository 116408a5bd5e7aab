import Indices
import Panels
import Plans
import Reports
import Scenarios
import Sensitivity
import Statistics
import Tables

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

  /// A value for every name of `shape`.
  var fields: Fields {
    Fields(
      texts: head.merging(standing) { $1 }.merging(outlook) { $1 }.merging(verdict) { $1 },
      lists: [
        "years": plan.years.map { Fields(texts: ["year": "\($0)"]) },
        "targets": plan.lines.map(line), "moves": moved.map(line),
        "holds": held.map(line),
        "path": path, "needed": needed, "leads": agencies(plan.leads),
        "supports": agencies(plan.supports), "recipients": recipients,
        "unled": plan.unled.map { Fields(texts: ["name": names.indicator($0.code)]) },
        "reports": reports,
      ])
  }

  /// Who issues it, where and when.
  private var head: [String: String] {
    // Of the year the paper is of: a province may have become a city since its figures.
    let city = plan.province.city(in: date?.year ?? plan.years[0])
    let kind = city == nil ? "tỉnh" : "thành phố"
    let name = city?.nameVi ?? plan.province.nameVi
    // Decree 30/2020/NĐ-CP, annex II, has Thành phố Hồ Chí Minh as a name by itself.
    let whole = name.hasPrefix("Thành phố") ? name : "\(kind) \(name)"
    let committee = "Ủy ban nhân dân \(whole)"
    return [
      "province": name, "province_name": whole, "province_capitals": whole.uppercased(),
      "kind": kind,
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
      "score": score(standing.score), "rank": "\(standing.rank)",
      "provinces": "\(scores.count)", "median": score(median),
      "is_above_median": standing.score > median ? "x" : "",
      "likely_best": likely.map { "\($0.lowerBound)" } ?? "",
      "likely_worst": likely.map { "\($0.upperBound)" } ?? "",
      "score_error": ranks?.error(of: plan.province).map(score) ?? "",
      "sure": vietnamese.confidence(SampledRanks.level),
    ]
  }

  /// What is wanted, and how likely it is.
  private var outlook: [String: String] {
    let odds = answer.odds
    let last = target.path.last
    let past = target.baseRate
    return [
      "goal": vietnamese(target.goal.phrase),
      "goal_score": last.map { score($0.score) } ?? "",
      "goal_rank": last.map { "\($0.rank)" } ?? "",
      "gain": last.map { gain(from: target.standing.score, to: $0.score) } ?? "",
      "score_needed": score(target.scoreNeeded),
      "chance": chance(answer.chance), "chance_error": error(answer.chance),
      "chance_met": chance(odds?.met.last), "chance_met_error": error(odds?.met.last),
      "chance_unplanned": chance(odds?.unplanned), "chance_unplanned_error": error(odds?.unplanned),
      "chance_held": chance(odds?.held?.last), "chance_held_error": error(odds?.held?.last),
      "wanted_chance": answer.isProbable == nil
        ? "" : answer.probability.map(vietnamese.confidence) ?? "",
      "past_cases": past.trials > 0 ? "\(past.trials)" : "",
      "past_reached": past.trials > 0 ? "\(past.successes)" : "",
      "model": Self.model(futures.rivals), "draws": Self.whole(futures.draws),
      "seed": "\(futures.seed)",
    ]
  }

  /// How sure it is that the plan is the least one.
  private var verdict: [String: String] {
    func flag(_ isSo: Bool) -> String { isSo ? "x" : "" }
    return [
      "is_least": flag(target.certificate == .optimal),
      "is_reached": flag(target.certificate == .reached),
      "is_likely": flag(target.certificate == .likely),
      "is_out_of_reach": flag(isOutOfReach),
      "is_unlikely": flag(answer.isProbable == false),
      "is_approximate": flag(target.rule.standing == .approximate),
    ]
  }

  /// Whether not even the goal itself can be had; not so where only the likelihood that was wanted cannot.
  private var isOutOfReach: Bool {
    target.certificate == .infeasible
      && (target.path.last?.score ?? target.standing.score) < target.aim.score
  }

  private var path: [Fields] {
    zip(target.path.indices, target.path).map { place, milestone in
      // The first year has been: it has no chance.
      let odds = place > 0 ? answer.odds : nil
      let ranks = odds?.ranks[place - 1]
      return Fields(texts: [
        "year": "\(milestone.year)", "score": score(milestone.score),
        "rank": "\(milestone.rank)",
        "ranks": ranks.map { "\($0.median) (\($0.low)–\($0.high))" } ?? "",
        "chance": chance(odds?.met[place - 1], decimals: 0),
      ])
    }
  }

  private var needed: [Fields] {
    (answer.odds?.needed ?? []).map {
      Fields(texts: [
        "chance": vietnamese.percentage(decimals: 0).string($0.probability),
        "gain": $0.gain > 0 ? gain($0.gain) : "",
      ])
    }
  }
}
