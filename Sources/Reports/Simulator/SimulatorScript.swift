/// What the simulator computes and does in a page.
///
/// The first part is functions of values alone, the second ties them to the elements of the page. Sums are
/// in the order of those of the index, so that both have the same digits. `<` and `&` stand in CDATA sections,
/// for a page is XML too.
enum SimulatorScript {
  /// The parts in the order in which a page has them.
  static let all = [arithmetic, exchange, controls]

  /// The index as a function of a province's own values, and how numbers are written.
  ///
  /// A part is weight (base ± (width (x − lower) / (upper − lower) + start)). Where ranges move and a value
  /// passes an end, the end goes with it and all rivals are scored anew; an end that today's value lies
  /// beyond, as a range typed rounded leaves it, keeps its distance.
  static let arithmetic = InlineCode(
    #"""
    //<![CDATA[
    const simulatorIndex = (data) => {
      const terms = data.indicators.map((one) => ({
        lower: one.lower, upper: one.upper, weight: one.weight, rivals: one.rivals,
        width: one.best - one.worst, start: one.worst, base: one.isRising ? 0 : one.worst + one.best,
        sign: one.isRising ? 1 : -1,
        first: Math.min(one.lower, one.today), last: Math.max(one.upper, one.today),
      }));
      const isPassed = (term, value) => value < term.first || value > term.last;
      const widened = (term, value) => !data.isMoving ? term
        : value > term.last ? {...term, upper: value + (term.upper - term.last)}
        : value < term.first ? {...term, lower: value + (term.lower - term.first)} : term;
      const part = (term, value) => term.weight * (term.base
        + term.sign * (term.width * (value - term.lower) / (term.upper - term.lower) + term.start));
      const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
      const median = (numbers) => {
        const sorted = [...numbers].sort((one, other) => one - other);
        const half = sorted.length >> 1;
        return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
      };
      return (values) => {
        const now = terms.map((term, at) => widened(term, values[at]));
        const parts = now.map((term, at) => part(term, values[at]));
        const score = sum(parts);
        const rivals = terms[0].rivals.map((_, rival) => sum(now.map((term) => part(term, term.rivals[rival]))));
        const above = (bar) => rivals.filter((other) => other > bar + data.tolerance);
        const ahead = above(score);
        const next = Math.min(...ahead);
        return {
          score, parts, rivals, rank: 1 + ahead.length, median: median([...rivals, score]),
          next: ahead.length ? {gap: next - score, rank: 1 + above(next).length} : null,
          passed: terms.map((term, at) => isPassed(term, values[at])),
        };
      };
    };
    const simulatorNumbers = (mark) => {
      // Halves away from zero, as everywhere in the report.
      const fixed = (number, decimals) => {
        const digits = Math.round(Math.abs(number) * 10 ** decimals);
        return (number < 0 && digits ? "−" : "") + (digits / 10 ** decimals).toFixed(decimals).replace(".", mark);
      };
      const shown = (one, value) => one.isPercentage ? value * 100 : value;
      return {
        fixed, shown,
        signed: (number, decimals) => {
          const text = fixed(number, decimals);
          return (number > 0 && /[1-9]/.test(text) ? "+" : "") + text;
        },
        // What stands in the field beside a slider, and with its unit.
        bare: (one, value) => fixed(shown(one, value), one.decimals),
        whole: (one, value) => fixed(shown(one, value), one.decimals) + one.suffix,
        // A number a person typed, in the indicator's unit; NaN where it is none.
        typed: (one, text) => {
          const plain = text.replace(/[\s%]/g, "").replace("−", "-").replace(",", ".");
          if (!/^-?\d{1,15}(\.\d{0,15})?$/.test(plain)) return NaN;
          // By way of its decimals, for 77.4 / 100 is not always 0.774.
          return one.isPercentage ? Number((Number(plain) / 100).toFixed(15)) : Number(plain);
        },
      };
    };
    //]]>
    """#)

  /// What leaves the page and comes back: links and files of scenarios.
  ///
  /// A link is read with suspicion: known codes, plain numbers within the bounds of their sliders, each once.
  static let exchange = InlineCode(
    #"""
    //<![CDATA[
    const simulatorLink = {
      write: (data, values) => {
        const changed = data.indicators.map((one, at) => [one, values[at]])
          .filter(([one, value]) => value !== one.today);
        return "#s=" + changed.map(([one, value]) => encodeURIComponent(one.code) + ":" + value).join(",");
      },
      // The values that a fragment asks for, today's where it asks for none; null where it is no scenario.
      read: (data, fragment) => {
        if (!fragment.startsWith("#s=")) return null;
        const values = data.indicators.map((one) => one.today);
        const places = new Map(data.indicators.map((one, at) => [one.code, at]));
        for (const entry of fragment.slice(3).split(",")) {
          const [name, text, rest] = entry.split(":");
          let code;
          try { code = decodeURIComponent(name); } catch { continue; }
          if (rest !== undefined || !places.has(code)) continue;
          if (!/^-?\d+(\.\d+)?(e[-+]?\d{1,3})?$/.test(text ?? "")) continue;
          const [at, value] = [places.get(code), Number(text)];
          if (!(value >= data.indicators[at].from && value <= data.indicators[at].to)) continue;
          values[at] = value;
          places.delete(code);
        }
        return values;
      },
    };
    // A scenario as the program reads it. What is to be better may be a floor, or come on top; what is worse is what if.
    const simulatorFile = (data, values, year, kind) => {
      const quoted = (text) => /[",;\t\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
      const {province, rule} = data.scenario;
      const kinds = ["at_least", "value", "beyond"];
      const rows = data.indicators.flatMap((one, at) => {
        const value = values[at];
        if (value === one.today) return [];
        const own = (value > one.today) === one.isRising ? kind : "value";
        const amount = own === "beyond" ? value - one.today : value;
        const cells = kinds.map((name) => name === own ? amount : "");
        return [[quoted(province), rule, year, quoted(one.code), ...cells]];
      });
      const head = ["province", "rule", "year", "indicator", ...kinds];
      return [head, ...rows].map((row) => row.join(",") + "\r\n").join("");
    };
    //]]>
    """#)
}
