// The cells of a plane: buttons in a table, coloured by their numbers, walked through with the arrow keys.

// Viridis [van der Walt and Smith 2015] at ninths.
const VIRIDIS = [[68, 1, 84], [71, 39, 119], [62, 73, 137], [48, 103, 141], [37, 130, 142], [30, 157, 136], [53, 183, 120],
  [109, 206, 88], [181, 221, 43], [253, 231, 36]];

/** A colour between 0 and 1, and black or white for what is written on it, whichever can be read better. */
function shade(share) {
  const at = Math.min(VIRIDIS.length - 1.000001, Math.max(0, share * (VIRIDIS.length - 1))), i = Math.floor(at);
  const rgb = VIRIDIS[i].map((c, k) => Math.round(c + (VIRIDIS[i + 1][k] - c) * (at - i)));
  const linear = rgb.map(c => c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  return {back: `rgb(${rgb.join(",")})`, front: (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) ? "#000" : "#fff"};
}

/** Three digits, for a cell. */
function short(value) {
  if (!Number.isFinite(value)) return plain(value);
  const digits = Number(value.toPrecision(3));
  return (Math.abs(digits) >= 1e5 || digits !== 0 && Math.abs(digits) < 1e-3 ? digits.toExponential(1) : String(digits))
    .replace("-", "−");
}

class CellMap {
  /** chosen is called with the key of a cell. */
  constructor(chosen) {
    this.chosen = chosen;
    this.said = element("p", {className: "said", ariaLive: "polite"});
    this.table = element("table", {className: "cells"});
    this.node = element("div", {}, element("div", {className: "wide"}, this.table), this.said);
  }

  /**
   * across, down: {words, values: [texts]}; down is drawn with the largest at the top.
   * cells: key "down|across" to {value, error, verdict}.
   */
  show(across, down, cells, selected, logarithmic, caption) {
    this.cells = cells;
    const values = [...cells.values()].map(cell => cell.value).filter(v => Number.isFinite(v) && (!logarithmic || v > 0));
    const scale = logarithmic ? Math.log : v => v;
    const low = scale(Math.min(...values)), high = scale(Math.max(...values));
    const place = value => high > low ? (scale(value) - low) / (high - low) : 0.5;
    const words = value => Number.isNaN(number(value)) ? "" : short(number(value));
    const rows = [...down.values].reverse().map(row => element("tr", {}, element("th", {scope: "row"}, words(row)),
      ...across.values.map(column => {
        const cell = cells.get(row + "|" + column);
        if (!cell) return element("td", {}, element("span", {}, "–"));
        const said = (down.words ? `${down.words} ${plain(number(row))}, ` : "") + `${across.words} ${plain(number(column))}: `
          + measured(cell.value, cell.error) + (cell.verdict ? ", " + VERDICTS[cell.verdict] : "");
        const button = element("button", {type: "button", ariaLabel: said, tabIndex: -1, ariaPressed:
          String(row + "|" + column === selected)}, (cell.verdict === "REFUTED" ? "✗ " : "") + short(cell.value));
        button.dataset.key = row + "|" + column;
        const coloured = Number.isFinite(cell.value) && (!logarithmic || cell.value > 0) ? shade(place(cell.value)) : null;
        if (coloured) { button.style.background = coloured.back; button.style.color = coloured.front; }
        button.addEventListener("pointerenter", () => { this.said.textContent = said; });
        button.addEventListener("focus", () => { this.said.textContent = said; this.rove(button); });
        button.addEventListener("click", () => this.choose(button));
        button.addEventListener("keydown", event => this.walk(event, button));
        return element("td", {}, button);
      })));
    this.table.replaceChildren(element("caption", {}, caption, element("br"),
      (down.words ? `upward ${down.words}, ` : "") + `across ${across.words}`), element("tbody", {}, ...rows), element("tfoot", {},
      element("tr", {}, element("td"),
        ...across.values.map(value => element("th", {scope: "col"}, words(value))))));
    this.rove(this.table.querySelector("button[aria-pressed=true]") ?? this.table.querySelector("button"));
    this.said.textContent = "Point at a cell for its value and error; choose one for its laws.";
  }

  /** One button of all is reached by the tabulator key, the others by arrows. */
  rove(button) {
    this.table.querySelectorAll("button[tabindex='0']").forEach(other => { other.tabIndex = -1; });
    if (button) button.tabIndex = 0;
  }

  choose(button) {
    this.table.querySelectorAll("button[aria-pressed=true]").forEach(other => { other.ariaPressed = "false"; });
    button.ariaPressed = "true";
    this.rove(button);
    this.chosen(button.dataset.key);
  }

  walk(event, button) {
    const step = {ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0]}[event.key];
    const line = button.closest("tr"), lines = [...this.table.tBodies[0].rows];
    const row = lines.indexOf(line), column = button.closest("td").cellIndex;
    const to = step ? [row + step[0], column + step[1]]
      : event.key === "Home" ? [row, 1] : event.key === "End" ? [row, line.cells.length - 1] : null;
    if (!to) return;
    event.preventDefault();
    lines[to[0]]?.cells[to[1]]?.querySelector("button")?.focus();
  }
}
