extension SimulatorScript {
  /// The sliders, what they tell, and the buttons.
  static let controls = InlineCode(
    #"""
    //<![CDATA[
    (() => {
      const root = document.getElementById("simulator");
      const source = document.getElementById("simulator-data");
      if (!root || !source) return;
      const data = JSON.parse(source.textContent);
      const {words, indicators} = data;
      const index = simulatorIndex(data);
      const numbers = simulatorNumbers(data.mark);
      const fill = (pattern, ...texts) => pattern.replace(/\{(\d)\}/g, (_, at) => texts[at - 1] ?? "");
      const part = (name, inside = root) => inside.querySelector(`[data-part="${name}"]`);
      const tell = (name, text) => { part(name).textContent = text; };
      const today = indicators.map((one) => one.today);
      const plan = indicators.map((one) => one.plan ?? one.today);
      const first = index(today);
      const opening = () => simulatorLink.read(data, location.hash) ?? today;
      let start = opening();
      let values = [...start];

      // Figures that people know by their digits keep the ones behind: today's, the plan's, the bounds.
      const exact = (one, value) => {
        const known = [one.today, one.plan ?? one.today, one.from, one.to];
        const same = (figure) => numbers.bare(one, figure) === numbers.bare(one, value);
        return known.find(same) ?? Math.min(Math.max(value, one.from), one.to);
      };
      const longest = Math.max(...indicators.map((one) => one.weight * one.best));
      const rows = indicators.map((one, at) => {
        const box = root.querySelectorAll(".simulator-row")[at];
        const [slider, field] = [part("slider", box), part("field", box)];
        const step = numbers.shown(one, one.step);
        const low = Math.floor(numbers.shown(one, one.from) / step + 1e-6) * step;
        const high = Math.max(Math.ceil(numbers.shown(one, one.to) / step - 1e-6) * step, low + step);
        [slider.min, slider.max, slider.step] = [low, high, step].map((number) => number.toFixed(one.decimals));
        slider.disabled = field.disabled = one.from === one.to;
        const place = (name, value) => {
          // A thumb of 22 pixels stops half of it before either end.
          const share = (numbers.shown(one, value) - low) / (high - low);
          part(name, box).style.left = `calc(11px + (100% - 22px) * ${share})`;
        };
        const isPlanned = one.plan !== undefined && one.plan !== one.today;
        part("marks", box).textContent = [fill(words.todayMark, numbers.whole(one, one.today)),
          isPlanned ? fill(words.planMark, numbers.whole(one, one.plan)) : ""].join(" ").trim();
        place("today-mark", one.today);
        place("plan-mark", plan[at]);
        part("plan-mark", box).hidden = !isPlanned;
        // As long as the most the indicator can bring within its range.
        part("bar", box).style.width = `${one.weight * one.best / longest * 100}%`;
        const set = (value, writer) => { values[at] = exact(one, value); show(writer); };
        slider.addEventListener("input", () => set(numbers.typed(one, slider.value), slider));
        const read = (writer) => {
          const value = numbers.typed(one, field.value);
          const fits = Number.isFinite(value)
            && numbers.bare(one, exact(one, value)) === numbers.bare(one, value);
          // What does not fit stays to be mended, and is not scored.
          complain(box, one, !fits);
          if (fits) set(value, writer);
        };
        field.addEventListener("input", () => read(field));
        field.addEventListener("change", () => read());
        part("row-reset", box).addEventListener("click", () => { complain(box, one, false); set(one.today); });
        return {box, slider, field};
      });
      const complain = (box, one, isWrong) => {
        part("field", box).setAttribute("aria-invalid", isWrong);
        part("complaint", box).textContent = isWrong
          ? fill(words.outside, numbers.whole(one, one.from), numbers.whole(one, one.to)) : "";
      };

      const strip = part("strip");
      const ticks = first.rivals.map(() => strip.appendChild(document.createElement("i")));
      const middle = strip.appendChild(document.createElement("b"));
      const before = strip.appendChild(document.createElement("u"));
      const own = strip.appendChild(document.createElement("strong"));
      const showStrip = (result) => {
        const scores = [...first.rivals, first.score, ...result.rivals, result.score];
        const [low, high] = [Math.min(...scores), Math.max(...scores)];
        const left = (mark, score) => { mark.style.left = `${(score - low) / (high - low || 1) * 100}%`; };
        ticks.forEach((tick, at) => left(tick, result.rivals[at]));
        [[middle, result.median], [before, first.score], [own, result.score]].forEach(([mark, at]) => left(mark, at));
        own.textContent = result.rank;
      };

      let timer, isOpen = false;
      const show = (writer) => {
        const result = index(values);
        const {score, rank, next, median} = result;
        const count = result.rivals.length + 1;
        const [gain, places] = [score - first.score, first.rank - rank];
        const ranked = fill(words.rankOf, rank, count);
        const moved = places === 0 ? words.noPlace : fill(
          places > 0 ? (places === 1 ? words.gainedOne : words.gainedMany)
            : places === -1 ? words.lostOne : words.lostMany, Math.abs(places));
        const above = score - median;
        tell("score", numbers.fixed(score, 2));
        tell("score-change", fill(words.sinceToday, numbers.signed(gain, 2), numbers.fixed(first.score, 2)));
        tell("rank", ranked);
        tell("rank-change", moved);
        // Rounded up: so much is enough.
        tell("next", next ? numbers.signed(Math.ceil(next.gap * 1000 - 1e-6) / 1000, 3) : "–");
        tell("next-rank", next ? fill(words.nextRank, next.rank) : words.leads);
        tell("median", numbers.signed(above, 2));
        const side = above > 0 ? words.above : above < 0 ? words.below : words.level;
        tell("median-side", fill(side, numbers.fixed(median, 2)));
        part("rank-change").className = places > 0 ? "gained" : places < 0 ? "lost" : "";
        rows.forEach(({box, slider, field}, at) => {
          const [one, value] = [indicators[at], values[at]];
          if (writer !== slider) slider.value = numbers.shown(one, value).toFixed(one.decimals);
          slider.setAttribute("aria-valuetext", numbers.whole(one, value));
          if (writer !== field) {
            // A complaint stays with what it is about, while other sliders move.
            if (!writer || writer === slider) complain(box, one, false);
            if (field.getAttribute("aria-invalid") !== "true") field.value = numbers.bare(one, value);
          }
          const [was, is] = [first.parts[at], result.parts[at]];
          const percent = (number) => `${Math.max(0, number) / one.weight / one.best * 100}%`;
          part("kept", box).style.width = percent(Math.min(was, is));
          const difference = part("difference", box);
          difference.style.width = percent(Math.abs(is - was));
          difference.className = is < was ? "lost" : "gained";
          const change = value === one.today ? "" : fill(words.partChange, numbers.signed(is - was, 2));
          part("part", box).textContent = fill(words.part, numbers.fixed(is, 2)) + change;
          part("passed", box).hidden = !result.passed[at];
          part("row-reset", box).disabled = value === one.today;
          box.classList.toggle("changed", value !== one.today);
        });
        showStrip(result);
        part("export").disabled = values.every((value, at) => value === today[at]);
        clearTimeout(timer);
        const spoken = fill(words.spoken, numbers.fixed(score, 2), ranked, moved);
        // Once the slider rests, or a reader would hear every step.
        if (isOpen) timer = setTimeout(() => tell("status", spoken), 600);
      };

      const go = (next) => { values = [...next]; part("message").textContent = ""; show(); };
      part("today").addEventListener("click", () => go(today));
      part("plan")?.addEventListener("click", () => go(plan));
      part("reset").addEventListener("click", () => go(start));
      const link = part("link");
      part("copy").addEventListener("click", async () => {
        link.value = location.href.split("#")[0] + simulatorLink.write(data, values);
        try {
          await navigator.clipboard.writeText(link.value);
          part("link-box").hidden = true;
          tell("message", words.copied);
        } catch {
          part("link-box").hidden = false;
          link.focus();
          link.select();
          tell("message", words.copyByHand);
        }
      });
      part("export").addEventListener("click", () => {
        const text = simulatorFile(data, values, part("year").value, part("kind").value);
        const file = document.createElement("a");
        // The mark of order by which spreadsheet programs know UTF-8.
        file.href = URL.createObjectURL(new Blob(["\ufeff" + text], {type: "text/csv"}));
        file.download = data.scenario.fileName;
        file.click();
        setTimeout(() => URL.revokeObjectURL(file.href), 60000);
        tell("message", fill(words.saved, file.download));
      });
      const open = () => {
        if (!location.hash.startsWith("#s=")) return;
        start = opening();
        go(start);
        root.scrollIntoView();
      };
      addEventListener("hashchange", open);
      document.getElementById("simulator-without").hidden = true;
      root.hidden = false;
      show();
      isOpen = true;
      open();
    })();
    //]]>
    """#)
}
