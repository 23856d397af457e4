// Colours: those of the style sheet, and the map viridis, in which equal steps look equal.

const VIRIDIS = ['440154', '482475', '414487', '355f8d', '2a788e', '21918c', '22a884', '44bf70', '7ad151', 'bddf26', 'fde725'];

/** A colour of the style sheet by its name. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
}

/** 256 colours as the words of an image, the least first. */
export function viridis() {
  const words = new Uint32Array(256);
  for (let k = 0; k < 256; k++) {
    const at = k / 255 * (VIRIDIS.length - 1);
    const i = Math.min(VIRIDIS.length - 2, Math.floor(at));
    const [r, g, b] = [0, 2, 4].map(c => {
      const [a, z] = [VIRIDIS[i], VIRIDIS[i + 1]].map(hex => parseInt(hex.slice(c, c + 2), 16));
      return Math.round(a + (z - a) * (at - i));
    });
    words[k] = 255 << 24 | b << 16 | g << 8 | r;
  }
  return words;
}

/** Calls back when the reader's system turns light or dark. */
export function whenSchemeChanges(then) {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', then);
}
