// Questions to the engine, and what comes back.

/** One question; the answer has a member refusal where the engine says no. */
export async function ask(what, question = {}) {
  const response = await fetch(what, {
    method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(question)});
  if (!response.ok) {
    return {refusal: (await response.text()).trim()};
  }
  return response.json();
}

/** Asks again and again, one question at a time: while one is answered only the newest of the others is kept. */
export class Newest {
  constructor(what, answered) {
    this.what = what;
    this.answered = answered;
    this.waiting = null;
    this.busy = false;
    this.asked = 0;
  }

  async ask(question, mark) {
    this.waiting = {question, mark};
    if (this.busy) {
      return;
    }
    this.busy = true;
    try {
      while (this.waiting) {
        const {question: next, mark: its} = this.waiting;
        this.waiting = null;
        this.asked++;
        let answer;
        try {
          answer = await ask(this.what, next);
        } catch (gone) {
          answer = {refusal: 'thalweg explore has ended; start it again'};
        }
        if (!answer.stale) {
          this.answered(answer, its, next);
        }
      }
    } finally {
      this.busy = false;
    }
  }
}

/** Doubles out of base 64, all their bits. */
export function unpack(text) {
  if (!text) {
    return null;
  }
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let k = 0; k < bytes.length; k++) {
    bytes[k] = letters.charCodeAt(k);
  }
  return new Float64Array(bytes.buffer);
}

/** A number for people. */
export function format(value, digits = 4) {
  if (value === null || value === undefined || Number.isNaN(value)) {
    return '–';
  }
  const size = Math.abs(value);
  const text = size !== 0 && (size < 1e-3 || size >= 1e6) ? value.toExponential(digits - 1)
    : String(Number(value.toPrecision(digits)));
  return text.replace('-', '−').replace(/e\+?(−?)(\d+)/, ' × 10^$1$2');
}
