// The density over the plane: a colour for each number, interpolated between the centres of its cells.
import {axes} from './curves.js';
import {viridis} from './colours.js';

/** Below this share of the largest density nothing is to be seen. */
const SEEN = 1e-4;
const COLOURS = viridis();

/** Where values lie among increasing centres: the index below and the share of the way to the next. */
function places(centres, from, to, count) {
  const index = new Int32Array(count);
  const share = new Float64Array(count);
  let i = 0;
  for (let k = 0; k < count; k++) {
    const at = from + (to - from) * (k + 0.5) / count;
    while (i < centres.length - 2 && centres[i + 1] <= at) {
      i++;
    }
    index[k] = i;
    share[k] = Math.min(1, Math.max(0, (at - centres[i]) / (centres[i + 1] - centres[i])));
  }
  return {index, share};
}

/** A frame around an interval, which does not breathe with every step of a slider. */
function framed(frame, low, high) {
  const length = high - low;
  const fits = low >= frame[0] && high <= frame[1] && length > 0.6 * (frame[1] - frame[0]);
  return fits || !(length > 0) ? frame : [low - 0.08 * length, high + 0.08 * length];
}

export class DensityMap {
  /** name: that of the coordinate across. */
  constructor(element, readout, key, name) {
    this.element = element;
    this.readout = readout;
    this.key = key;
    this.name = name;
    this.image = document.createElement('canvas');
    this.across = [-1, 1];
    this.span = [-1, 1];
    this.shown = true;
    this.theory = true;
    this.build();
    new ResizeObserver(() => this.plot.setSize(this.size())).observe(element);
  }

  size() {
    const width = this.element.clientWidth || 300;
    return {width, height: Math.round(Math.min(430, Math.max(240, width * 0.52)))};
  }

  build() {
    this.plot?.destroy();
    this.particles?.remove();
    this.plot = new uPlot({
      ...this.size(), padding: [8, 10, 0, 0], legend: {show: false},
      scales: {x: {time: false, range: () => this.span}, y: {range: () => this.across}},
      axes: axes('', this.name).map(a => ({...a, grid: {show: false}})),
      cursor: {drag: {x: false, y: false}, sync: {key: this.key, setSeries: false, scales: ['x', null]}},
      series: [{}, {stroke: 'transparent', width: 0, points: {show: false}}],
      hooks: {drawClear: [u => this.paint(u)], setCursor: [u => this.read(u)], setSize: [() => this.fit()]},
    }, [[0, 1], [0, 0]], this.element);
    this.particles = document.createElement('canvas');
    this.particles.className = 'particles';
    this.plot.over.prepend(this.particles);
    this.fit();
  }

  fit() {
    if (this.particles) {
      const {clientWidth: width, clientHeight: height} = this.plot.over;
      this.particles.width = Math.round(width * devicePixelRatio);
      this.particles.height = Math.round(height * devicePixelRatio);
    }
  }

  /** x and y increasing, density[i * y.length + j]; spread: the relaxed deviation across at places xs. */
  show({x, y, density, span, xs, spread}) {
    Object.assign(this, {x, y, density, span, xs, spread});
    let largest = 0;
    for (const value of density) {
      largest = Math.max(largest, value);
    }
    this.largest = largest;
    let [low, high] = [Infinity, -Infinity];
    for (let i = 0; i < x.length; i++) {
      for (let j = 0; j < y.length; j++) {
        if (density[i * y.length + j] > SEEN * largest) {
          low = Math.min(low, y[j]);
          high = Math.max(high, y[j]);
        }
      }
    }
    this.across = framed(this.across, low, high);
    this.colourIn();
    this.plot.setData([[span[0], span[1]], [0, 0]]);
  }

  colourIn() {
    const {width, height} = this.plot.over.getBoundingClientRect();
    const columns = Math.max(2, Math.min(520, Math.round(width)));
    const rows = Math.max(2, Math.min(340, Math.round(height)));
    if (this.image.width !== columns || this.image.height !== rows) {
      this.image.width = columns;
      this.image.height = rows;
    }
    const context = this.image.getContext('2d');
    const picture = context.createImageData(columns, rows);
    const words = new Uint32Array(picture.data.buffer);
    const along = places(this.x, this.span[0], this.span[1], columns);
    const across = places(this.y, ...this.across, rows);
    const step = this.y.length;
    for (let r = 0; r < rows; r++) {
      const j = across.index[rows - 1 - r];
      const v = across.share[rows - 1 - r];
      for (let c = 0; c < columns; c++) {
        const at = along.index[c] * step + j;
        const u = along.share[c];
        const value = (1 - u) * ((1 - v) * this.density[at] + v * this.density[at + 1])
          + u * ((1 - v) * this.density[at + step] + v * this.density[at + step + 1]);
        words[r * columns + c] = COLOURS[Math.round(255 * Math.sqrt(Math.min(1, value / this.largest)))];
      }
    }
    context.putImageData(picture, 0, 0);
  }

  paint(u) {
    const {ctx, bbox} = u;
    if (this.density && this.shown) {
      ctx.drawImage(this.image, bbox.left, bbox.top, bbox.width, bbox.height);
    } else {
      ctx.fillStyle = '#24123a';
      ctx.fillRect(bbox.left, bbox.top, bbox.width, bbox.height);
    }
    if (this.spread && this.theory) {
      ctx.save();
      ctx.strokeStyle = '#ffffffb0';
      ctx.lineWidth = 1.4 * devicePixelRatio;
      ctx.setLineDash([6 * devicePixelRatio, 5 * devicePixelRatio]);
      for (const side of [-1, 1]) {
        ctx.beginPath();
        this.xs.forEach((x, i) => ctx.lineTo(u.valToPos(x, 'x', true), u.valToPos(side * this.spread[i], 'y', true)));
        ctx.stroke();
      }
      ctx.restore();
    }
  }

  /** The number under the mouse. */
  read(u) {
    const {left, top} = u.cursor;
    if (!this.density || !this.shown || left === null || left < 0 || top < 0) {
      this.readout.textContent = '';
      return;
    }
    const x = u.posToVal(left, 'x');
    const y = u.posToVal(top, 'y');
    const p = this.at(x, y);
    this.readout.textContent = `p(${x.toFixed(2)}, ${y.toFixed(2)}) = ${p.toPrecision(4)}`;
    this.readout.dataset.x = x;
    this.readout.dataset.y = y;
    this.readout.dataset.p = p;
  }

  /** The density as it is drawn: interpolated between the centres of cells. */
  at(x, y) {
    const place = (centres, value) => {
      let i = 0;
      while (i < centres.length - 2 && centres[i + 1] <= value) {
        i++;
      }
      return [i, Math.min(1, Math.max(0, (value - centres[i]) / (centres[i + 1] - centres[i])))];
    };
    const [i, u] = place(this.x, x);
    const [j, v] = place(this.y, y);
    const of = (k, l) => this.density[k * this.y.length + l];
    return (1 - u) * ((1 - v) * of(i, j) + v * of(i, j + 1)) + u * ((1 - v) * of(i + 1, j) + v * of(i + 1, j + 1));
  }

  /** Where there is no density to look at: a frame around the particles. */
  frame(places) {
    const count = places.length / 2;
    const [x, y] = [places.subarray(0, count), places.subarray(count)];
    const ends = v => [v.reduce((a, b) => Math.min(a, b), Infinity), v.reduce((a, b) => Math.max(a, b), -Infinity)];
    const [span, across] = [framed(this.span, ...ends(x)), framed(this.across, ...ends(y))];
    if (span !== this.span || across !== this.across) {
      [this.span, this.across] = [span, across];
      this.plot.setData([span, [0, 0]]);
    }
  }

  /** Dots over the density: {colour, places: [x..., y...]} of each witness. */
  dots(swarms) {
    const context = this.particles.getContext('2d');
    const scale = devicePixelRatio;
    context.clearRect(0, 0, this.particles.width, this.particles.height);
    for (const {fill, places: at} of swarms) {
      const count = at.length / 2;
      context.fillStyle = fill;
      context.strokeStyle = '#10141acc';
      context.lineWidth = 0.8 * scale;
      for (let k = 0; k < count; k++) {
        context.beginPath();
        context.arc(this.plot.valToPos(at[k], 'x') * scale, this.plot.valToPos(at[count + k], 'y') * scale, 2.3 * scale,
          0, 2 * Math.PI);
        context.fill();
        context.stroke();
      }
    }
  }
}
