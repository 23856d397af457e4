// The page of a trained network: its checkpoints.
import {ask, format, Newest} from './ask.js';
import {whenSchemeChanges} from './colours.js';
import {Curves} from './curves.js';

const $ = id => document.getElementById(id);
const explorer = window.explorer = {spectrum: null, scan: null, refusal: ''};
const refusals = {};
const commands = {};

const about = await ask('run');
document.title = about.name + ' – Thalweg explorer';
$('name').textContent = about.name;
$('summary').textContent = `${about.summary} ${about.parameters} parameters, ${about.folder}`;

const room = (least, most) => {
  const some = 0.06 * Math.max(most - least, 1e-12);
  return [Math.min(0, least) - (least < 0 ? some : 0), most + some];
};
const scan = new Curves($('scan'), {height: 260, x: 'place on the line', y: 'loss', key: 'scan', rangeOfY: room, series: [
  {label: 'training', colour: 'density', width: 2.5}, {label: 'test', colour: 'sde'}]});
const spectrum = new Curves($('spectrum'), {height: 220, x: 'rank', y: 'eigenvalue', key: 'rank', rangeOfY: room, series: [
  {label: 'eigenvalue', colour: 'density', points: true}]});
const losses = new Curves($('losses'), {height: 230, x: 'learning time', y: 'loss', key: 'time', rangeOfY: room, series: [
  {label: 'training', colour: 'density', width: 2.5}, {label: 'test', colour: 'sde'},
  {label: 'checkpoint', colour: 'theory', points: true}]});

/** The rows of one repeat: places in the columns of the training. */
function rows(repeat) {
  return about.training.repeat.flatMap((r, i) => r === repeat ? [i] : []);
}

function refuse(who, line) {
  refusals[who] = line;
  const lines = [...new Set(Object.values(refusals).filter(Boolean))];
  explorer.refusal = lines.join('; ');
  $('refusal').hidden = lines.length === 0;
  $('refusal').textContent = explorer.refusal;
}

function answered(who, show) {
  return (answer, mark, question) => {
    $('busy').hidden = true;
    refuse(who, answer.refusal ?? '');
    if (!answer.refusal) {
      explorer[who] = {...answer, ...question};
      commands[who] = answer.command;
      $('commands').textContent = Object.values(commands).join('\n');
      show(answer);
    }
  };
}

const none = values => values.map(() => null);
const scans = new Newest('scan', answered('scan', answer => {
  const place = answer.scan_place;
  scan.show([place, answer.scan_train_loss, answer.scan_test_loss ?? none(place)], [place[0], place.at(-1)]);
  $('scan').setAttribute('aria-label', `Loss on a line through the checkpoint: ${
    format(answer.scan_train_loss[(place.length - 1) / 2])} at it, rising by ${format(answer.rise_minus[0])} and ${
    format(answer.rise_plus[0])} to the ends`);
}));
const spectra = new Newest('spectrum', answered('spectrum', answer => {
  const ranks = answer.eigenvalue.map((v, k) => k + 1);
  spectrum.show([ranks, answer.eigenvalue], [0.5, ranks.length + 0.5]);
  $('spectrum').setAttribute('aria-label', 'Largest eigenvalues of the Hessian: '
    + answer.eigenvalue.map(v => format(v, 3)).join(', '));
}));

function here() {
  return {repeat: Number($('repeat').value), checkpoint: Number($('checkpoint').value)};
}

function reach() {
  return Number((10 ** ($('reach').value / 10)).toPrecision(2));
}

function state() {
  const {repeat, checkpoint} = here();
  const all = rows(repeat);
  const {training} = about;
  const row = all[checkpoint];
  const pick = name => all.map(i => training[name][i]);
  const time = pick('time');
  losses.show([time, pick('train_loss'), pick('test_loss'), time.map((t, k) => k === checkpoint
    ? training.train_loss[row] : null)], [time[0], time.at(-1)]);
  $('losses').setAttribute('aria-label', `Loss while training; at the checkpoint ${format(training.train_loss[row])}`);
  $('which').textContent = `${checkpoint} of ${all.length - 1}`;
  $('far').textContent = format(reach());
  const words = {step: 'iterations', time: 'learning time', train_loss: 'training loss', train_error: 'training error',
    test_loss: 'test loss', test_error: 'test error', gradient_norm: 'norm of the gradient'};
  const table = document.createElement('table');
  const body = table.createTBody();
  for (const [name, word] of Object.entries(words)) {
    const line = body.insertRow();
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = word;
    line.append(head);
    const cell = line.insertCell();
    cell.className = 'number';
    cell.textContent = format(training[name][row]);
  }
  $('state').replaceChildren(table);
}

function follow() {
  state();
  $('busy').hidden = false;
  scans.ask({...here(), direction: $('direction').value, reach: reach()});
  spectra.ask(here());
}

for (const repeat of [...new Set(about.training.repeat)]) {
  $('repeat').append(new Option(String(repeat), String(repeat)));
}
for (const direction of about.directions) {
  $('direction').append(new Option(direction, direction, direction === 'gaussian', direction === 'gaussian'));
}
function size() {
  $('checkpoint').max = rows(here().repeat).length - 1;
}
size();
$('checkpoint').value = $('checkpoint').max;
$('repeat').addEventListener('change', () => {
  size();
  follow();
});
for (const id of ['checkpoint', 'reach']) {
  $(id).addEventListener('input', follow);
}
$('direction').addEventListener('change', follow);
whenSchemeChanges(() => [scan, spectrum, losses].forEach(plot => plot.build()));
follow();
