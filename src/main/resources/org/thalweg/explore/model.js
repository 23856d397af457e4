// The page of a model: sliders, and everything that follows them.
import {ask, format, Newest, unpack} from './ask.js';
import {colour, whenSchemeChanges} from './colours.js';
import {Curves} from './curves.js';
import {DensityMap} from './density-map.js';
import {showBounds, showHypotheses, showNumbers, showTimes} from './numbers.js';
import {Particles} from './particles.js';
import {Sliders} from './sliders.js';

const $ = id => document.getElementById(id);
/** Cells of the density for one of a histogram of particles. */
const CELLS_A_BIN = 3;
/** The loss is drawn as high as particles are seen to climb. */
const TEMPERATURES = 6;
/** On the dark map: paler than on paper. */
const DOTS = {sgd: '#d9efff', sde: '#ffab6b'};

/** What is on the screen, for whoever wants the numbers: the answers that are drawn, and how late drawings were. */
const explorer = window.explorer = {asked: 0, drawn: null, times: null, delays: [], refusal: ''};
const moves = [];
const refusals = {};

const about = await ask('model');
document.title = about.name + ' – Thalweg explorer';
$('name').textContent = about.name;
$('summary').textContent = about.summary;
$('map-figure').hidden = !about.plane;
$('loss-figure').hidden = !about.valley;

const map = about.plane ? new DensityMap($('map'), $('readout'), 'x', about.valley ? 'y, across'
  : about.coordinates[1]) : null;
const marginal = new Curves($('marginal'), {
  height: 230, x: about.valley ? 'x, along the valley' : about.coordinates[0], y: `P(${about.coordinates[0]})`, key: 'x', rangeOfY: () => [0, 1.4 * (explorer.largest || 1)],
  series: [
    {label: 'density', colour: 'density', width: 2.5},
    {label: 'effective loss', colour: 'theory', dash: [7, 5]},
    {label: 'next order', colour: 'theory', dash: [2, 4], width: 1.5},
    {label: 'literal SGD', colour: 'sgd', points: true},
    {label: 'SDE', colour: 'sde', points: true}]});
const loss = about.valley ? new Curves($('loss'), {
  height: 230, x: 'x', y: 'loss', key: 'x', rangeOfY: (least, most) => {
    const top = Math.min(most, TEMPERATURES * (explorer.drawn?.temperature ?? 1));
    const room = 0.06 * Math.max(top - least, 1e-12);
    return [least - room, top + room];
  },
  series: [
    {label: 'density', colour: 'density', width: 2.5},
    {label: 'theory', colour: 'theory', dash: [7, 5]},
    {label: 'floor', colour: 'floor', width: 1.5}]}) : null;

function refuse(who, line) {
  refusals[who] = line;
  const lines = [...new Set(Object.values(refusals).filter(Boolean))];
  explorer.refusal = lines.join('; ');
  $('refusal').hidden = lines.length === 0;
  if ($('refusal').textContent !== explorer.refusal) {
    $('refusal').textContent = explorer.refusal;
  }
}

/** Where there is no density, the histogram of the particles still is. */
function drawParticlesAlone() {
  const looks = ['sgd', 'sde'].map(w => particles.shown.has(w) ? particles.looks[w] : null);
  const one = looks.find(Boolean);
  if (!one) {
    return;
  }
  const {cells} = one;
  const half = (cells[1] - cells[0]) / 2;
  const none = new Array(cells.length).fill(null);
  const visits = looks.map(look => look ? Array.from(look.visits) : none);
  explorer.largest = Math.max(...visits.flat().filter(Number.isFinite), 1e-9);
  marginal.show([cells, none, none, none, ...visits], [cells[0] - half, cells.at(-1) + half],
    {4: looks[0]?.error, 5: looks[1]?.error});
}

/** Curves are drawn as far as the density is known to live. */
function drawMarginal() {
  const view = explorer.drawn;
  if (!view) {
    drawParticlesAlone();
    return;
  }
  const points = witness => {
    const look = particles.shown.has(witness) ? particles.looks[witness] : null;
    const values = new Array(view.cells.length).fill(null);
    const errors = new Array(view.cells.length).fill(0);
    look?.visits.forEach((value, k) => {
      if (Number.isFinite(value)) {
        values[CELLS_A_BIN * k + 1] = value;
        errors[CELLS_A_BIN * k + 1] = look.error[k];
      }
    });
    return {values, errors};
  };
  const none = new Array(view.cells.length).fill(null);
  const [sgd, sde] = [points('sgd'), points('sde')];
  marginal.show([view.cells, view.marginal, view.leading ?? none, view.next ?? none, sgd.values, sde.values],
    [view.from, view.to], {4: sgd.errors, 5: sde.errors});
}

function drawLoss() {
  const view = explorer.drawn;
  if (!loss || !view?.loss) {
    return;
  }
  const known = values => Array.from(values, v => Number.isFinite(v) ? v : null);
  const floor = view.temperature === undefined ? new Array(view.cells.length).fill(null) : view.floor;
  loss.show([view.cells, known(view.lossOfDensity), known(view.loss), floor], [view.from, view.to]);
}

function drawn(answer, mark, question) {
  $('busy').hidden = true;
  refuse('density', answer.refusal ?? '');
  if (!answer.refusal) {
    for (const key of ['x', 'y', 'density', 'cells', 'marginal', 'error', 'leading', 'next', 'loss', 'lossOfDensity',
      'floor', 'spread']) {
      answer[key] = unpack(answer[key]);
    }
    explorer.drawn = {...answer, values: question.values};
    if (map && answer.density) {
      map.show({x: answer.x, y: answer.y, density: answer.density, span: [answer.from, answer.to], xs: answer.cells,
        spread: answer.spread});
    }
    explorer.largest = Math.max(...answer.marginal, ...answer.leading ?? []);
    drawMarginal();
    drawLoss();
    showNumbers($('numbers'), answer);
    showHypotheses($('hypotheses'), answer);
    const most = answer.marginal.indexOf(Math.max(...answer.marginal));
    $('map-caption').textContent = `p(x, y) by ${answer.method}`
      + (answer.spread ? '; dashed: one relaxed deviation to either side' : '');
    $('map').setAttribute('aria-label', `Density over the plane; most probable x = ${format(answer.cells[most], 3)}`);
    $('marginal').setAttribute('aria-label', `Marginal density along x; largest, ${format(answer.marginal[most], 3)},`
      + ` at x = ${format(answer.cells[most], 3)}`);
  }
  const now = performance.now();
  while (moves.length && moves[0].mark <= mark) {
    explorer.delays.push(now - moves.shift().at);
  }
  // Times take longer than the density, and wait until it has caught up with the slider.
  if (moves.length === 0) {
    times.ask(question, mark);
  }
}

const density = new Newest('density', drawn);
const times = new Newest('times', answer => {
  refuse('times', answer.refusal ?? '');
  if (!answer.refusal) {
    explorer.times = answer;
    showTimes($('times'), answer);
    showBounds($('bounds'), answer);
  }
});

function follow() {
  explorer.asked++;
  moves.push({mark: explorer.asked, at: performance.now()});
  const question = {values: sliders.values()};
  $('busy').hidden = false;
  density.ask(question, explorer.asked);
}

const sliders = new Sliders($('sliders'), about.knobs, follow);
const particles = new Particles(about.pace, () => ({values: sliders.values(),
  ...explorer.drawn ? {from: explorer.drawn.from, to: explorer.drawn.to} : {}}), seen,
(witness, line) => refuse(witness, line));
explorer.particles = particles;

function seen() {
  const swarms = [...particles.shown].filter(w => particles.looks[w]).map(w => ({fill: DOTS[w],
    places: particles.looks[w].places}));
  if (map && !explorer.drawn && swarms.length > 0) {
    map.frame(swarms[0].places);
  }
  map?.dots(swarms);
  for (const witness of ['sgd', 'sde']) {
    if (!particles.shown.has(witness) || particles.looks[witness]) {
      refuse(witness, '');
    }
  }
  drawMarginal();
  $('walked').textContent = particles.words();
}

function choose(witness) {
  const shown = $('show-' + witness).checked;
  if (witness === 'sgd' || witness === 'sde') {
    shown ? particles.shown.add(witness) : particles.shown.delete(witness);
    marginal.hide([witness === 'sgd' ? 3 : 4], !shown);
    shown && !particles.playing ? particles.look(0) : seen();
    return;
  }
  marginal.hide(witness === 'density' ? [0] : [1, 2], !shown);
  loss?.hide(witness === 'density' ? [0] : [1], !shown);
  if (map) {
    map[witness === 'density' ? 'shown' : 'theory'] = shown;
    map.plot.redraw(false);
  }
}
for (const witness of about.witnesses) {
  $('show-' + witness).addEventListener('change', () => choose(witness));
}

function playing(on) {
  particles.playing = on;
  $('play').textContent = on ? 'Pause' : 'Walk';
  $('play').setAttribute('aria-pressed', String(on));
}
$('play').addEventListener('click', () => playing(!particles.playing));
$('restart').addEventListener('click', () => particles.restart());
$('reset').addEventListener('click', () => sliders.reset());
$('pace').addEventListener('input', () => {
  particles.pace = about.pace * 10 ** ($('pace').value / 15);
  $('pace').setAttribute('aria-valuetext', format(particles.pace, 3) + ' learning time a second');
});

$('repeat').addEventListener('click', async () => {
  const answer = await ask('repeat', {values: sliders.values()});
  $('commands').textContent = answer.refusal ?? answer.commands.join('\n');
  $('yaml').textContent = answer.yaml ?? '';
  $('repetition').showModal();
});
$('close').addEventListener('click', () => $('repetition').close());
for (const what of ['commands', 'yaml']) {
  $('copy-' + what).addEventListener('click', async () => {
    await navigator.clipboard.writeText($(what).textContent);
    $('copy-' + what).textContent = 'Copied';
  });
}

whenSchemeChanges(() => {
  for (const plot of [map, marginal, loss]) {
    plot?.build();
  }
  explorer.drawn && map?.density && map.plot.redraw();
  seen();
  drawLoss();
});

playing(particles.playing);
$('pace').dispatchEvent(new Event('input'));
follow();
particles.run();
