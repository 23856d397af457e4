// Curves with errors: drawn by uPlot, read by mouse or by a slider, said in words below.

const WITNESSES = {
  sgd: {colour: "--sgd", points: true, filled: true}, sde: {colour: "--sde", points: true},
  density: {colour: "--density"}, theory: {colour: "--ink", dash: [7, 5]}, reference: {colour: "--reference", points: true}};
const COLOURS = ["--sgd", "--sde", "--density", "--reference", "--fifth", "--sixth"];
// Where curves are more than colours, the next round of them is broken otherwise.
const DASHES = [undefined, [10, 4], [3, 4]];

function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key in made && key !== "list" && key !== "role") made[key] = value; else made.setAttribute(key, value);
  }
  made.append(...content);
  return made;
}

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

let identifiers = 0;

/** A labelled box to tick. */
function tick(words, checked, changed) {
  const box = element("input", {type: "checkbox", checked, id: "live-" + ++identifiers});
  box.addEventListener("change", () => changed(box.checked));
  return element("span", {className: "control"}, box, element("label", {htmlFor: box.id}, words));
}

/** A labelled list of choices; each a pair of value and words. */
function choice(words, choices, chosen, changed) {
  const list = element("select", {id: "live-" + ++identifiers});
  choices.forEach(([value, text]) => list.append(element("option", {value}, text)));
  list.value = chosen;
  list.addEventListener("change", () => changed(list.value));
  const control = element("span", {className: "control"}, element("label", {htmlFor: list.id}, words), list);
  control.list = list;
  return control;
}

/**
 * A drawing of curves.
 *
 * curves: [{name, witness, x: [], y: [], error: []}], x ascending.
 * axes: {x: words, y: words, logX, logY}: whether the axes begin logarithmic.
 */
class Chart {
  constructor(title, level) {
    const id = "live-" + ++identifiers;
    this.title = title;
    this.level = level;
    this.canvas = element("div", {className: "canvas", id, role: "img", "aria-label": title});
    this.controls = element("div", {className: "controls"});
    this.place = element("input", {type: "range", min: 0, max: 0, step: 1, value: 0, id: id + "-place"});
    this.reading = element("tbody");
    this.at = element("caption", {ariaLive: "polite"});
    const table = element("table", {className: "reading"}, this.at, element("thead", {}, element("tr", {},
      element("th", {scope: "col"}, "curve"), element("th", {scope: "col"}, "value"))), this.reading);
    this.node = element("div", {className: "chart"}, element("h" + level, {}, title), this.controls, this.canvas,
      element("div", {className: "controls place"}, element("label", {htmlFor: this.place.id}, "read at"), this.place), table);
    this.place.addEventListener("input", () => this.readAt(Number(this.place.value), true));
    this.resize = new ResizeObserver(() => this.fit());
    this.resize.observe(this.canvas);
  }

  show(curves, axes) {
    if (!this.axes || axes.key !== this.axes.key) {
      this.logX = Boolean(axes.logX);
      this.logY = Boolean(axes.logY);
    }
    this.axes = axes;
    this.curves = curves;
    this.xs = this.places();
    this.place.max = Math.max(0, this.xs.length - 1);
    if (!this.shown) this.place.value = this.xs.length >> 1;
    this.shown = true;
    this.controls.replaceChildren(
      tick("x logarithmic", this.logX, on => { this.logX = on; this.draw(); }),
      tick("y logarithmic", this.logY, on => { this.logY = on; this.draw(); }));
    this.draw();
    this.readAt(Math.min(Number(this.place.value), this.xs.length - 1), false);
  }

  /** The places of all curves; those that differ by rounding alone are one. Each curve is told its own in "at". */
  places() {
    const all = this.curves.flatMap(curve => curve.x), least = Math.min(...all);
    const grain = 1e-9 * (Math.max(...all) - least) || 1;
    const grid = x => Math.round((x - least) / grain);
    const first = new Map();
    all.forEach(x => { if (!first.has(grid(x))) first.set(grid(x), x); });
    this.curves.forEach(curve => { curve.at = curve.x.map(x => first.get(grid(x))); });
    return [...first.values()].sort((a, b) => a - b);
  }

  style(curve, i) {
    const n = curve.colour ?? i;
    return WITNESSES[curve.witness] ?? {colour: COLOURS[n % COLOURS.length],
      dash: curve.dash ?? DASHES[Math.floor(n / COLOURS.length) % DASHES.length]};
  }

  draw() {
    this.plot?.destroy();
    const ink = colour("--ink"), line = colour("--line"), faint = colour("--faint");
    const column = curve => {
      const at = new Map(curve.at.map((x, i) => [x, curve.y[i]]));
      return this.xs.map(x => { const y = at.get(x); return Number.isFinite(y) && !(this.logY && y <= 0) ? y : null; });
    };
    const xs = this.logX ? this.xs.map(x => x > 0 ? x : null) : this.xs;
    const keep = xs.map((x, i) => i).filter(i => xs[i] !== null);
    const pick = values => keep.map(i => values[i]);
    this.kept = keep;
    const ticks = logarithmic => (plot, values) => values.map(v => v === null ? "" : logarithmic ? powers(v) : plain(v));
    const axis = (label, size, logarithmic) => ({label, stroke: ink, size, labelSize: 22, font: "12px system-ui, sans-serif",
      labelFont: "12px system-ui, sans-serif", grid: {stroke: faint, width: 1}, ticks: {stroke: line, width: 1}, values: ticks(logarithmic), ...(logarithmic ? {filter: decades} : {})});
    this.plot = new uPlot({
      width: Math.max(200, this.canvas.clientWidth), height: 300, legend: {show: false},
      scales: {x: {time: false, distr: this.logX ? 3 : 1}, y: {distr: this.logY ? 3 : 1}},
      axes: [axis(this.axes.x, 44, this.logX), axis(this.axes.y, 62, this.logY)],
      cursor: {drag: {x: false, y: false}, points: {show: false}},
      series: [{}, ...this.curves.map((curve, i) => {
        const style = this.style(curve, i), stroke = colour(style.colour);
        return style.points
          ? {label: curve.name, stroke, paths: () => null, points: {show: true, size: 7, width: 1.5,
            fill: style.filled ? stroke : colour("--paper"), stroke}}
          : {label: curve.name, stroke, width: 2, dash: style.dash, spanGaps: true, points: {show: false}};
      })],
      hooks: {
        setCursor: [plot => {
          if (plot.cursor.idx !== null && plot.cursor.idx !== undefined && !this.moving) {
            this.readAt(this.kept[plot.cursor.idx], false);
          }
        }],
        draw: [plot => this.bars(plot)],
      },
    }, [pick(xs), ...this.curves.map(curve => pick(column(curve)))], this.canvas);
  }

  /** One standard error to either side of each point. */
  bars(plot) {
    const context = plot.ctx;
    context.save();
    context.beginPath();
    context.rect(plot.bbox.left, plot.bbox.top, plot.bbox.width, plot.bbox.height);
    context.clip();
    this.curves.forEach((curve, i) => {
      const style = this.style(curve, i);
      if (!style.points || !curve.error) return;
      context.strokeStyle = colour(style.colour);
      context.lineWidth = devicePixelRatio;
      context.beginPath();
      curve.x.forEach((x, j) => {
        const y = curve.y[j], e = curve.error[j];
        if (!(e > 0) || !Number.isFinite(y) || this.logX && x <= 0 || this.logY && y <= 0) return;
        const low = this.logY && y - e <= 0 ? plot.scales.y.min : y - e, left = plot.valToPos(x, "x", true);
        context.moveTo(left, plot.valToPos(low, "y", true));
        context.lineTo(left, plot.valToPos(y + e, "y", true));
      });
      context.stroke();
    });
    context.restore();
  }

  /** Says the numbers of all curves at the i-th place. */
  readAt(i, move) {
    if (!this.xs.length || i < 0) return;
    const x = this.xs[i];
    this.place.value = i;
    this.place.setAttribute("aria-valuetext", plain(x));
    this.at.textContent = this.axes.x + " = " + plain(x);
    this.reading.replaceChildren(...this.curves.map((curve, n) => {
      const j = curve.at.indexOf(x);
      const swatch = element("span", {className: "swatch", ariaHidden: "true"});
      swatch.style.background = colour(this.style(curve, n).colour);
      return element("tr", {}, element("th", {scope: "row"}, swatch, curve.name),
        element("td", {className: "number"}, j < 0 ? "–" : measured(curve.y[j], curve.error ? curve.error[j] : NaN)));
    }));
    if (move && this.plot) {
      const at = this.kept.indexOf(i);
      this.moving = true;
      if (at >= 0) {
        this.plot.setCursor({left: this.plot.valToPos(x, "x"), top: this.plot.bbox.height / devicePixelRatio / 2});
      }
      this.moving = false;
    }
  }

  fit() {
    const width = Math.max(200, this.canvas.clientWidth);
    if (this.plot && Math.abs(this.plot.width - width) > 1) this.plot.setSize({width, height: 300});
  }

  close() {
    this.resize.disconnect();
    this.plot?.destroy();
  }
}

/** The marks of a logarithmic axis that have labels: powers of ten, over less than two of them 2 and 5 times these too. */
function decades(plot, marks) {
  const shown = marks.filter(mark => mark !== null), some = shown[shown.length - 1] / shown[0] < 100 ? "125" : "1";
  return marks.map(mark => mark !== null && some.includes(mark.toExponential(3)[0]) && /^.\.000e/.test(mark.toExponential(3))
    ? mark : null);
}

/** Labels of a logarithmic axis: 10³ beyond thousands. */
function powers(value) {
  const power = Math.log10(value);
  return Number.isInteger(power) && Math.abs(power) > 3 ? timesTenTo(power).slice(1) : plain(value);
}
