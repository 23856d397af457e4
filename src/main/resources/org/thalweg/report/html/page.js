// What this page has to draw, drawn; the section is shown when that is done.

const what = JSON.parse(document.getElementById("what").textContent);
const label = key => what.labels[key] ?? key.replace(/_/g, " ");
const drawings = [];

/** Curves out of one table. */
function curves(spec) {
  const chart = new Chart(spec.title, 3);
  const all = table(spec.table);
  const words = distinct(spec.where ? all.filter(row => row[spec.x] !== "").map(row => row[spec.where]) : []);
  const draw = chosen => {
    const rows = all.filter(row => row[spec.x] !== "" && (!spec.where || row[spec.where] === chosen));
    const keys = distinct(rows.map(row => spec.by.map(by => row[by]).join("|")));
    const varied = spec.by.filter(by => distinct(rows.map(row => row[by])).length > 1);
    const drawn = keys.flatMap((key, i) => spec.y.map((y, n) => {
      const own = rows.filter(row => spec.by.map(by => row[by]).join("|") === key)
        .sort((a, b) => number(a[spec.x]) - number(b[spec.x]));
      const by = varied.map(name => name === "witness" ? label(own[0][name]) : `${label(name)} ${own[0][name]}`);
      return {name: [...(spec.y.length > 1 ? [label(y)] : []), ...by].join(", ") || label(y), witness: own[0].witness,
        colour: spec.y.length > 1 ? n : i, dash: spec.y.length > 1 && n ? [7, 5] : undefined,
        x: own.map(row => number(row[spec.x])), y: own.map(row => number(row[y])),
        error: spec.error ? own.map(row => number(row[spec.error])) : undefined};
    })).filter(curve => curve.x.length);
    chart.show(drawn, {key: chosen ?? "", x: label(spec.x), y: spec.value || label(chosen ?? spec.y[0]),
      logY: spec.logarithmic});
  };
  if (words.length > 1) {
    const control = element("div", {className: "controls"},
      choice(label(spec.where), words.map(word => [word, label(word)]), words[0], draw));
    chart.controls.before(control);
  }
  return {node: chart.node, start: () => draw(words[0]), charts: [chart]};
}

const live = document.getElementById("live");
live.append(element("h2", {}, "Explore"), element("p", {className: "quiet"},
  "Mouse, arrow keys and sliders read values with their errors. Every number is in the tables and files below too."));
if (what.axes) {
  const sweep = new Sweep(what, label);
  drawings.push({node: sweep.node, start: () => sweep.start(), charts: [sweep.marginal, sweep.passages, sweep.along]});
}
what.charts.forEach(spec => drawings.push(curves(spec)));
drawings.forEach(drawing => live.append(drawing.node));
live.hidden = false;
drawings.forEach(drawing => drawing.start());
// Colours are read when a drawing is made.
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawings.forEach(drawing =>
  drawing.charts.forEach(chart => { if (chart.curves) { chart.draw(); chart.readAt(Number(chart.place.value), false); } })));
