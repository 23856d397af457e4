// Numbers as the tables of the page print them: 1.3327(30) is 1.3327 with a standard error of 0.0030.

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function timesTenTo(power) {
  return "×10" + String(power).replace("-", "⁻").replace(/[0-9]/g, digit => SUPERSCRIPTS[digit]);
}

/** Six digits, without zeros at the end. */
function plain(value) {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  const power = Math.floor(Math.log10(Math.abs(value)));
  const text = power < -4 || power > 6
    ? String(Number((value / 10 ** power).toPrecision(6))) + timesTenTo(power)
    : String(Number(value.toPrecision(6)));
  return text.replace("-", "−");
}

/** A value with its error, of which two digits are told. */
function measured(value, error) {
  if (!Number.isFinite(value) || !(error > 0) || !Number.isFinite(error) || error < 1e-7 * Math.abs(value)) {
    return plain(value);
  }
  const largest = Math.max(Math.abs(value), error);
  const power = Math.floor(Math.log10(largest));
  const scale = power < -4 || power > 6 ? 10 ** power : 1;
  const e = error / scale, v = value / scale;
  const decimals = Math.max(0, 1 - Math.floor(Math.log10(Number(e.toPrecision(2)))));
  const shown = e.toFixed(decimals);
  const digits = e < 1 || decimals === 0 ? String(Number(shown.replace(".", ""))) : shown;
  return (v.toFixed(decimals) + "(" + digits + ")" + (scale === 1 ? "" : timesTenTo(power))).replace("-", "−");
}

const VERDICTS = {CONSISTENT: "✓ consistent", REFUTED: "✗ refuted", INCONCLUSIVE: "? inconclusive",
  NOT_APPLICABLE: "– not applicable"};
