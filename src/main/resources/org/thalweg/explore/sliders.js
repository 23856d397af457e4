// A slider and a number for each number of the model.

const STEPS = 400;

function rounded(value) {
  return Number(value.toPrecision(4));
}

class Slider {
  constructor(knob, moved) {
    this.knob = knob;
    this.value = knob.value;
    const id = 'knob-' + knob.path.replaceAll('.', '-');
    this.element = document.createElement('div');
    this.element.className = 'knob';
    this.label = document.createElement('label');
    this.label.htmlFor = id;
    this.label.textContent = knob.name;
    this.exact = document.createElement('input');
    Object.assign(this.exact, {type: 'number', step: 'any', id: id + '-exact'});
    this.exact.setAttribute('aria-label', knob.name + ', exact value');
    this.range = document.createElement('input');
    Object.assign(this.range, {type: 'range', id, min: 0, max: knob.whole ? this.wholes() : STEPS, step: 1});
    this.element.append(this.label, this.exact, this.range);
    this.range.addEventListener('input', () => {
      this.value = this.fromRange();
      this.show(false);
      moved();
    });
    this.exact.addEventListener('change', () => {
      const typed = Number(this.exact.value);
      if (this.exact.value !== '' && Number.isFinite(typed)) {
        this.value = typed;
        this.show(true);
        moved();
      }
    });
    this.show(true);
  }

  wholes() {
    return Math.min(STEPS, this.knob.most - this.knob.least);
  }

  fromRange() {
    const {least, most, logarithmic, whole} = this.knob;
    const share = this.range.value / this.range.max;
    // The value of the file itself lies on the way.
    if (Number(this.range.value) === this.home()) {
      return this.knob.value;
    }
    const value = logarithmic ? least * (most / least) ** share : least + (most - least) * share;
    return whole ? Math.round(value) : rounded(value);
  }

  home() {
    return this.place(this.knob.value);
  }

  place(value) {
    const {least, most, logarithmic} = this.knob;
    const share = logarithmic ? Math.log(Math.max(value, least) / least) / Math.log(most / least)
      : (value - least) / (most - least);
    return Math.round(this.range.max * Math.min(1, Math.max(0, share)));
  }

  show(moveRange) {
    if (moveRange) {
      this.range.value = this.place(this.value);
    }
    this.exact.value = String(this.value);
    this.range.setAttribute('aria-valuetext', String(this.value));
    this.label.classList.toggle('changed', this.value !== this.knob.value);
  }
}

export class Sliders {
  constructor(element, knobs, moved) {
    this.sliders = knobs.map(knob => new Slider(knob, moved));
    const inside = this.sliders.filter(s => /^(domain|start)\./.test(s.knob.path));
    element.append(...this.sliders.filter(s => !inside.includes(s)).map(s => s.element));
    if (inside.length > 0) {
      const more = document.createElement('details');
      const title = document.createElement('summary');
      title.textContent = 'Domain and start';
      more.append(title, ...inside.map(s => s.element));
      element.append(more);
    }
    this.moved = moved;
  }

  /** The numbers that differ from those of the file, as texts. */
  values() {
    return Object.fromEntries(this.sliders.filter(s => s.value !== s.knob.value)
      .map(s => [s.knob.path, String(s.value)]));
  }

  reset() {
    for (const slider of this.sliders) {
      slider.value = slider.knob.value;
      slider.show(true);
    }
    this.moved();
  }
}
