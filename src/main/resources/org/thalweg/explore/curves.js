// Curves over x, by uPlot: axes, lines, points with error bars.
import {colour} from './colours.js';

/** The width of the axis at the left, the same for all, so that plots above each other share their x. */
const LEFT = 68;

/** An axis in the colours of the page. */
export function axis(label, more = {}) {
  return {
    stroke: colour('quiet'), font: '12px system-ui, sans-serif', labelFont: '12px system-ui, sans-serif', label,
    labelSize: label ? 18 : 0, grid: {stroke: colour('grid'), width: 1}, ticks: {stroke: colour('line'), width: 1, size: 5}, ...more};
}

/** The axis of x, and that of y at the left. */
export function axes(x, y) {
  return [axis(x, {size: 30, labelGap: 0}), axis(y, {size: LEFT - 18, labelGap: 2,
    values: (u, ticks) => ticks.map(t => t === 0 ? '0' : Math.abs(t) < 1e-3 || Math.abs(t) >= 1e5
      ? t.toExponential() : String(Number(t.toPrecision(6))).replace('-', '−'))})];
}

/** Draws value ± error for the series that have an error: {series index: array}. */
function errorBars(errors) {
  return u => {
    const {ctx} = u;
    ctx.save();
    ctx.beginPath();
    ctx.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
    ctx.clip();
    for (const [index, error] of Object.entries(errors())) {
      if (!error || !u.series[index].show) {
        continue;
      }
      ctx.strokeStyle = u.series[index].points.fill();
      ctx.lineWidth = devicePixelRatio;
      ctx.beginPath();
      u.data[index].forEach((value, i) => {
        if (value !== null && error[i] > 0) {
          const x = Math.round(u.valToPos(u.data[0][i], 'x', true));
          ctx.moveTo(x, u.valToPos(value - error[i], 'y', true));
          ctx.lineTo(x, u.valToPos(value + error[i], 'y', true));
        }
      });
      ctx.stroke();
    }
    ctx.restore();
  };
}

/** A plot of curves that share their x; show() gives it other numbers. */
export class Curves {
  /** series: {label, colour, dash, points}; range of y: (least, most of the data) to [from, to]. */
  constructor(element, {height, x, y, series, rangeOfY, key}) {
    Object.assign(this, {element, height, x, y, series, rangeOfY, key});
    this.hidden = new Set();
    this.errors = {};
    this.span = [0, 1];
    this.data = [[0, 1], ...series.map(() => [null, null])];
    this.build();
    new ResizeObserver(() => this.plot.setSize({width: this.element.clientWidth, height: this.height})).observe(element);
  }

  build() {
    this.plot?.destroy();
    this.plot = new uPlot({
      width: this.element.clientWidth || 300, height: this.height, padding: [8, 10, 0, 0], legend: {show: false},
      scales: {x: {time: false, range: () => this.span}, y: {range: (u, least, most) => this.rangeOfY(least, most)}},
      axes: axes(this.x, this.y),
      cursor: {drag: {x: false, y: false}, y: false, sync: {key: this.key, setSeries: false, scales: ['x', null]}},
      series: [{}, ...this.series.map((s, k) => ({
        label: s.label, show: !this.hidden.has(k), stroke: s.points ? 'transparent' : colour(s.colour), width: s.width ?? 2,
        dash: s.dash, spanGaps: Boolean(s.points),
        points: s.points ? {show: true, size: 5, width: 0, fill: colour(s.colour), stroke: colour(s.colour)}
          : {show: false}}))],
      hooks: {draw: [errorBars(() => this.errors)]},
    }, this.data, this.element);
  }

  /** x, then the values of each series; errors by the index of a series from 1 on. */
  show(data, span, errors = {}) {
    this.data = data;
    this.span = span;
    this.errors = errors;
    this.plot.setData(data);
  }

  /** Series by their places from 0 on. */
  hide(places, hidden) {
    for (const place of places) {
      hidden ? this.hidden.add(place) : this.hidden.delete(place);
      this.plot.setSeries(place + 1, {show: !hidden});
    }
  }
}
