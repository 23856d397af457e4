// Numbers beside the drawings: times, bounds, means, hypotheses.
import {format} from './ask.js';

function element(name, content, className) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.append(...[content ?? ''].flat());
  return made;
}

function row(...cells) {
  return element('tr', cells);
}

function table(caption, rows) {
  return element('table', [element('caption', caption), element('tbody', rows)]);
}

function name(text) {
  const cell = element('th', text);
  cell.scope = 'row';
  return cell;
}

/** The time to reach the flat set. */
export function showTimes(into, times) {
  const {convergence} = times;
  if (!convergence) {
    into.replaceChildren();
    return;
  }
  const rows = [];
  if ('theory' in convergence) {
    rows.push(row(name(['theory', element('span', convergence.holds ? 'hypotheses hold' : 'outside its hypotheses',
      'quiet')]), element('td', convergence.theory ? format(convergence.theory.value) : convergence.words, 'number')));
  }
  if (convergence.density) {
    rows.push(row(name('backward equation'), element('td', format(convergence.density.value), 'number')));
  }
  into.replaceChildren(table(`Mean time to F ≥ ${format(convergence.flatness)}`, rows));
}

/** What the learning rate may be at most, and how much of that it is. */
export function showBounds(into, times) {
  const rows = times.bounds.map(bound => {
    const share = times.learningRate / bound.learningRate;
    const meter = document.createElement('meter');
    Object.assign(meter, {min: 0, max: 1, low: 0.5, high: 0.9, optimum: 0, value: Math.min(1, share)});
    meter.setAttribute('aria-label', `learning rate as a share of the bound: ${format(100 * share, 3)} %`);
    return row(name([bound.name, element('span', 'beyond: ' + bound.consequence, 'quiet')]),
      element('td', [format(bound.learningRate), meter,
        share >= 1 ? element('span', 'beyond it', 'beyond') : ''], 'number'));
  });
  const absent = Object.entries(times.absent).map(([which, why]) => element('li', `${which}: ${why}`));
  into.replaceChildren(...rows.length ? [table('Learning rate at most', rows)] : [],
    ...absent.length ? [element('details', [element('summary', 'Bounds that this model has not'), element('ul', absent)])]
      : []);
}

const WORDS = {
  mean_flatness: 'mean flatness ⟨F⟩', selection_exponent: 'slope of ln P on ln F', mean_square_y: 'mean square ⟨y²⟩',
  mean_x: 'mean ⟨x⟩', variance_x: 'variance of x'};

/** Means of the density, and what the theory is about. */
export function showNumbers(into, view) {
  const rows = [];
  const add = (label, value) => rows.push(row(name(label), element('td', format(value), 'number')));
  if (view.temperature !== undefined) {
    add('temperature Δ', view.temperature);
    add('anisotropy κ', view.anisotropy);
    add('small parameter max Δ |κ − 1| F′²', view.smallParameter);
  }
  for (const [key, label] of Object.entries(WORDS)) {
    if (key in view.quantities) {
      add(label, view.quantities[key]);
    }
  }
  into.replaceChildren(table('Of the density', rows));
}

/** Which hypotheses of the theory hold here. */
export function showHypotheses(into, view) {
  if (!view.hypotheses) {
    into.replaceChildren();
    return;
  }
  const open = into.querySelector('details')?.open ?? false;
  const all = element('details', [
    element('summary', view.holds ? 'All hypotheses of the theory hold' : 'Some hypotheses of the theory do not hold',
      view.holds ? 'yes' : 'no'),
    element('ul', view.hypotheses.map(h => element('li', `${h.statement}: ${h.found}`, h.holds ? 'yes' : 'no')))]);
  all.open = open;
  into.replaceChildren(all);
}
