/// What a page does by itself; it reads and shows the same without.
enum Script {
  /// Sorting of tables by the buttons in their heads, and rows that match what is searched for.
  ///
  /// Cells without a figure come last in both orders. Searching knows no accents: *dak nong* finds
  /// *Đắk Nông*.
  static let tables = InlineCode(
    """
    (() => {
      const language = document.documentElement.lang;
      const order = (cell) => cell.dataset.order;
      const compare = (one, other) => {
        const [a, b] = [order(one), order(other)];
        if (a === undefined || b === undefined)
          return one.textContent.localeCompare(other.textContent, language, {numeric: true});
        return Number(a) - Number(b);
      };
      for (const table of document.querySelectorAll("table.sortable")) {
        const heads = [...table.tHead.rows[0].cells];
        const body = table.tBodies[0];
        heads.forEach((head, column) => head.querySelector("button")?.addEventListener("click", () => {
          const falls = head.getAttribute("aria-sort") === "ascending";
          for (const other of heads) other.removeAttribute("aria-sort");
          head.setAttribute("aria-sort", falls ? "descending" : "ascending");
          const rows = [...body.rows].sort((one, other) => {
            const [a, b] = [one.cells[column], other.cells[column]];
            const blanks = (order(a) === "") - (order(b) === "");
            return blanks || (falls ? -compare(a, b) : compare(a, b));
          });
          body.append(...rows);
        }));
      }
      const plain = (text) => text.normalize("NFD").replace(/[\\u0300-\\u036f]/g, "")
        .replace(/[\\u0110\\u0111]/g, "d").toLowerCase().trim();
      for (const box of document.querySelectorAll("input[data-table]")) {
        const rows = [...document.getElementById(box.dataset.table).tBodies[0].rows];
        const count = document.getElementById(box.getAttribute("aria-describedby"));
        box.addEventListener("input", () => {
          const wanted = plain(box.value);
          for (const row of rows) row.hidden = !plain(row.cells[0].textContent).includes(wanted);
          count.textContent = count.dataset.pattern
            .replace("{shown}", rows.filter((row) => !row.hidden).length).replace("{all}", rows.length);
        });
      }
    })();
    """)

  /// The line below a chart that says what the mark pointed at is, arrow keys from mark to mark, and
  /// tables that are open on paper.
  static let charts = InlineCode(
    """
    (() => {
      for (const drawing of document.querySelectorAll("figure.chart svg")) {
        const marks = [...drawing.querySelectorAll(".mark")];
        const line = drawing.closest("figure").querySelector(".readout");
        const tell = (event) => {
          const mark = event.target.closest(".mark");
          if (mark) line.textContent = mark.querySelector("title").textContent;
        };
        drawing.addEventListener("focusin", tell);
        // Not when the page moves below a pointer that rests.
        drawing.addEventListener("pointermove", (event) => {
          if (event.movementX || event.movementY) tell(event);
        });
        drawing.addEventListener("click", tell);
        drawing.addEventListener("keydown", (event) => {
          const at = marks.indexOf(event.target.closest(".mark"));
          if (at === -1) return;
          const to = {ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1,
            Home: 0, End: marks.length - 1}[event.key];
          if (to === undefined || !marks[to]) return;
          event.preventDefault();
          marks[at].setAttribute("tabindex", -1);
          marks[to].setAttribute("tabindex", 0);
          marks[to].focus();
        });
      }
    })();
    """)
}
