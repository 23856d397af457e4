// A sweep: the map of one quantity, the laws of the chosen cell, the quantity along an axis.

class Sweep {
  constructor(what, label) {
    this.label = label;
    this.rows = table("sweep.csv");
    this.axes = what.axes.filter(axis => distinct(this.rows.map(row => row[axis])).length > 1);
    if (!this.axes.length) this.axes = what.axes.slice(0, 1);
    this.values = Object.fromEntries(this.axes.map(axis =>
      [axis, distinct(this.rows.map(row => row[axis])).sort((a, b) => number(a) - number(b))]));
    this.quantities = distinct(this.rows.filter(row => row.value !== "").map(row => row.quantity));
    const preferred = ["convergence_steps", "flat_fraction", "mean_flatness", "test_error"];
    this.quantity = preferred.find(q => this.quantities.includes(q)) ?? this.quantities[0];
    this.across = this.axes[0];
    this.down = this.axes[1] ?? this.axes[0];
    // The chosen cell, an axis and its value; the middle of the sweep at first.
    this.cell = Object.fromEntries(this.axes.map(axis => [axis, this.values[axis][this.values[axis].length >> 1]]));
    this.against = "temperature";
    this.logarithmic = this.quantity.includes("time") || this.quantity.includes("steps");
    this.map = new CellMap(key => this.choose(key));
    this.controls = element("div", {className: "controls"});
    this.heading = element("h3", {id: "live-cell", ariaLive: "polite"});
    this.numbers = element("div", {className: "wide", tabIndex: 0, role: "region", ariaLabel: "numbers of the cell"});
    this.marginal = new Chart("Density along the valley in this cell", 4);
    this.passages = new Chart("Share that has arrived, by time", 4);
    this.none = element("p", {className: "quiet"});
    this.along = new Chart("The quantity along an axis", 3);
    this.alongControls = element("div", {className: "controls"});
    this.along.controls.before(this.alongControls);
    this.node = element("div", {}, element("h3", {}, "Cells of the sweep"), this.controls, this.map.node, this.heading,
      this.numbers, element("div", {className: "beside"}, this.marginal.node, this.passages.node), this.none,
      this.along.node);
  }

  start() {
    this.witnesses = distinct(this.rows.map(row => row.witness));
    this.choices();
    this.choose();
  }

  /** The witness whose numbers the map shows: the chosen one, where it has the quantity. */
  speaking() {
    const have = this.witnesses.filter(w => this.rows.some(row =>
      row.witness === w && row.quantity === this.quantity && row.value !== ""));
    return have.includes(this.witness) ? this.witness : have.includes("density") ? "density" : have[0];
  }

  choices() {
    const name = key => [key, this.label(key)];
    const controls = [choice("quantity", this.quantities.map(name), this.quantity, value => {
      this.quantity = value;
      this.logarithmic = value.includes("time") || value.includes("steps");
      this.choices();
      this.draw();
    })];
    const have = this.witnesses.filter(w => this.rows.some(row => row.witness === w && row.quantity === this.quantity));
    controls.push(choice("witness", have.map(name), this.speaking(), value => { this.witness = value; this.draw(); }));
    if (this.axes.length > 2) {
      controls.push(choice("across", this.axes.map(name), this.across, value => {
        if (value === this.down) this.down = this.across;
        this.across = value;
        this.choices();
        this.draw();
      }), choice("down", this.axes.filter(a => a !== this.across).map(name), this.down, value => {
        this.down = value;
        this.choices();
        this.draw();
      }));
      this.axes.filter(axis => axis !== this.across && axis !== this.down).forEach(axis => controls.push(
        choice(this.label(axis), this.values[axis].map(v => [v, plain(number(v))]), this.cell[axis], value => {
          this.cell[axis] = value;
          this.choose();
        })));
    }
    controls.push(tick("colours logarithmic", this.logarithmic, on => { this.logarithmic = on; this.draw(); }));
    this.controls.replaceChildren(...controls);
    // Iterations are no function of the temperature alone, as learning times are.
    const hot = distinct(this.rows.map(row => row.temperature)).length > 1 && this.quantity !== "convergence_steps";
    const against = [...(hot ? ["temperature"] : []), ...this.axes];
    if (!against.includes(this.against)) this.against = against[0];
    this.alongControls.replaceChildren(
      choice("against", against.map(name), this.against, value => { this.against = value; this.draw(); }));
  }

  choose(key) {
    if (key) {
      const [down, across] = key.split("|");
      if (this.down !== this.across) this.cell[this.down] = down;
      this.cell[this.across] = across;
    }
    this.draw();
    this.detail();
  }

  /** Rows at the chosen cell, of some axes only. */
  at(rows, axes) {
    return rows.filter(row => axes.every(axis => row[axis] === this.cell[axis]));
  }

  draw() {
    const witness = this.speaking(), plane = this.down !== this.across;
    const others = this.axes.filter(axis => axis !== this.across && axis !== this.down);
    const rows = this.at(this.rows.filter(row => row.witness === witness && row.quantity === this.quantity), others);
    const one = "all";
    const cells = new Map(rows.map(row => [(plane ? row[this.down] : one) + "|" + row[this.across],
      {value: number(row.value), error: number(row.standard_error), verdict: row.verdict}]));
    this.map.show({words: this.label(this.across), values: this.values[this.across]},
      plane ? {words: this.label(this.down), values: this.values[this.down]} : {words: "", values: [one]}, cells,
      (plane ? this.cell[this.down] : one) + "|" + this.cell[this.across], this.logarithmic,
      `${this.label(this.quantity)}, ${this.label(witness)}`);
    this.curve();
  }

  /** The quantity of every witness along one axis, at the other numbers of the chosen cell; by temperature of all cells. */
  curve() {
    const whole = this.against === "temperature";
    const rows = this.rows.filter(row => row.quantity === this.quantity && row.value !== "" && row[this.against] !== "");
    const those = whole ? rows : this.at(rows, this.axes.filter(axis => axis !== this.against));
    const curves = this.witnesses.filter(w => w !== "reference").map(witness => {
      const own = new Map();
      those.filter(row => row.witness === witness)
        .sort((a, b) => number(a[this.against]) - number(b[this.against]))
        // Cells of the same temperature to the last digits but a few are one point of a line.
        .forEach(row => own.set(Number(number(row[this.against]).toPrecision(10)), row));
      return {name: this.label(witness), witness, x: [...own.keys()], y: [...own.values()].map(row => number(row.value)),
        error: [...own.values()].map(row => number(row.standard_error))};
    }).filter(curve => curve.x.length);
    const xs = curves.flatMap(curve => curve.x);
    this.along.show(curves, {key: this.against + this.quantity, x: this.label(this.against), y: this.label(this.quantity),
      logX: Math.min(...xs) > 0 && Math.max(...xs) > 3 * Math.min(...xs),
      logY: this.quantity.includes("time") || this.quantity.includes("steps")});
  }

  detail() {
    const rows = this.at(this.rows, this.axes);
    const named = this.axes.map(axis => `${this.label(axis)} = ${plain(number(this.cell[axis]))}`).join(", ");
    this.heading.textContent = "Cell " + named;
    const quantities = distinct(rows.map(row => row.quantity));
    const body = quantities.map(quantity => element("tr", {}, element("th", {scope: "row"}, this.label(quantity)),
      ...this.witnesses.map(witness => {
        const row = rows.find(r => r.witness === witness && r.quantity === quantity);
        const field = element("td", {className: "number"}, row ? measured(number(row.value), number(row.standard_error)) : "");
        if (row?.verdict) {
          field.append(element("span", {className: "verdict " + row.verdict.toLowerCase().replace("_", "-")},
            VERDICTS[row.verdict]));
        }
        return field;
      })));
    this.numbers.replaceChildren(element("table", {className: "detail-table"}, element("thead", {}, element("tr", {},
      element("th", {scope: "col"}, "quantity"), ...this.witnesses.map(w => element("th", {scope: "col"}, this.label(w))))),
    element("tbody", {}, ...body)));
    const laws = this.law("marginals.csv", "x", "density");
    this.marginal.node.hidden = !laws.length;
    if (laws.length) this.marginal.show(laws, {key: "m", x: "position along the valley x", y: "density P(x) (per unit x)"});
    const times = this.law("passages.csv", "time", "share");
    this.passages.node.hidden = !times.length;
    if (times.length) {
      this.passages.show(times, {key: "p", x: "time of first entry (learning time)", y: "share that has arrived", logX: true});
    }
    this.none.textContent = laws.length || times.length ? "" : "The laws of this cell were not kept: there is no stationary"
      + " state in it, the sweep has more than 400 cells or its model is no valley.";
  }

  law(name, x, y) {
    const rows = this.at(table(name), this.axes);
    return this.witnesses.map(witness => {
      const own = rows.filter(row => row.witness === witness);
      return {name: this.label(witness), witness, x: own.map(row => number(row[x])), y: own.map(row => number(row[y])),
        error: own.map(row => number(row.standard_error))};
    }).filter(curve => curve.x.length);
  }
}
