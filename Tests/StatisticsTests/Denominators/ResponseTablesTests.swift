import Glibc
import Testing

@testable import Statistics

@Suite struct ResponseTablesTests {
  private static let tables = ResponseTables(upTo: 320, replicates: Replicates(seed: 0, threads: 1))

  /// The beta-binomial probability by logarithms of gamma functions.
  private func probability(_ answers: Int, of firms: Int, _ response: ResponseTables.Response)
    -> Double
  {
    let sum = 1 / response.correlation - 1
    let (yes, no) = (response.rate * sum, (1 - response.rate) * sum)
    let (n, m, all) = (Double(answers), Double(firms - answers), Double(firms))
    let ways = lgamma(all + 1) - lgamma(n + 1) - lgamma(m + 1)
    let risen = lgamma(n + yes) + lgamma(m + no) - lgamma(all + sum)
    return exp(ways + risen - lgamma(yes) - lgamma(no) + lgamma(sum))
  }

  @Test(arguments: [1, 2, 17, 84, 320])
  func productsAreBetaBinomialProbabilities(firms: Int) {
    for place in stride(from: 0, to: Self.tables.responses.count, by: 7) {
      let response = Self.tables.responses[place]
      Self.tables.withTables(of: place) { yes, no, after in
        var sum = 0.0
        for answers in 0...firms {
          let found =
            yes[answers] * Double(answers + 1) * no[firms - answers] * after[firms]
          sum += found
          // Logarithms of gamma functions near 6e4 have errors of 1e-11 themselves, seven of them here.
          #expect(abs(found - probability(answers, of: firms, response)) < 2e-10)
        }
        // The entry for one N makes a sum of one; all others follow by 320 products at most.
        #expect(abs(sum - 1) < 1e-11)
      }
    }
  }

  @Test func aShareIsOneOfTheMultiplesOfItsDenominator() {
    let place = Self.tables.responses.count / 2
    let response = Self.tables.responses[place]
    Self.tables.withTables(of: place) { yes, no, after in
      let found = ResponseTables.chance(of: 30, among: 100, yes, no, after)
      let expected = [30, 60, 90].reduce(0) {
        $0 + probability($1, of: 100, response) / Double($1 + 1)
      }
      #expect(abs(found - expected) < 1e-12)  // three terms below 1e-2, each to ten digits
      #expect(ResponseTables.chance(of: 101, among: 100, yes, no, after) == 0)
    }
  }

  @Test func tablesHoldUpToTheLargestDenominatorThatIsLookedFor() {
    let large = ResponseTables(upTo: 925, replicates: Replicates(seed: 0, threads: 1))
    for place in large.responses.indices {
      large.withTables(of: place) { yes, no, after in
        for number in [1, 40, 462, 925] {
          let sum = (0...number).reduce(0) {
            $0 + yes[$1] * Double($1 + 1) * no[number - $1] * after[number]
          }
          // As above, with 925 products.
          #expect(abs(sum - 1) < 1e-11)
        }
      }
    }
  }
}
