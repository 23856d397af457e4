// Particles that walk while one looks: literal SGD, and the SDE.
import {ask, format, unpack} from './ask.js';

/** Milliseconds between two looks. */
const EVERY = 50;

export class Particles {
  /** question: what is on the screen; seen: told of each look. */
  constructor(pace, question, seen, refused) {
    Object.assign(this, {pace, question, seen, refused});
    this.playing = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.shown = new Set(['sgd']);
    this.looks = {};
    this.beginAnew = new Set(['sgd', 'sde']);
  }

  restart() {
    this.beginAnew = new Set(['sgd', 'sde']);
    if (!this.playing) {
      this.look(0);
    }
  }

  async run() {
    await this.look(0);
    let before = performance.now();
    for (;;) {
      await new Promise(done => setTimeout(done, EVERY));
      const now = performance.now();
      if (this.playing && this.shown.size > 0 && !document.hidden) {
        await this.look(this.pace * Math.min(0.2, (now - before) / 1000));
      }
      before = now;
    }
  }

  async look(time) {
    for (const witness of this.shown) {
      const question = {...this.question(), time, restart: this.beginAnew.delete(witness)};
      try {
        const answer = await ask(witness, question);
        if (answer.refusal) {
          this.refused(witness, answer.refusal);
          delete this.looks[witness];
        } else {
          this.looks[witness] = {...answer, places: unpack(answer.places), visits: unpack(answer.visits),
            cells: unpack(answer.cells), error: unpack(answer.error)};
        }
      } catch (gone) {
        this.playing = false;
      }
    }
    this.seen();
  }

  /** One line on how far they are. */
  words() {
    const look = this.looks.sgd ?? this.looks.sde;
    if (!look) {
      return '';
    }
    return `${look.left} particles, learning time ${format(look.time * look.clock, 3)}`
      + (look.flat === null ? '' : `, in the flat set ${format(100 * look.flat, 2)} %`)
      + (look.lost > 0 ? `; ${look.lost} lost (diverged or absorbed)` : '');
  }
}
