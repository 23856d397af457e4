// Numbers as the tables of the page print them: 1.3327(30) is 1.3327 with a standard error of 0.0030. Rounding is that
// of the decimal digits, so that no number of the page is there in two ways.

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function timesTenTo(power) {
  return "×10" + String(power).replace("-", "⁻").replace(/[0-9]/g, digit => SUPERSCRIPTS[digit]);
}

/** A double as its shortest decimal: sign times digits times 10^-scale. */
function decimal(value) {
  const [mantissa, exponent] = Math.abs(value).toExponential().split("e");
  const digits = mantissa.replace(".", "");
  return {negative: value < 0, digits: BigInt(digits), scale: digits.length - 1 - Number(exponent)};
}

/** As many digits behind the point; halves go up, or to the even neighbour. */
function scaled(d, scale, up) {
  if (scale >= d.scale) return {...d, digits: d.digits * 10n ** BigInt(scale - d.scale), scale};
  const unit = 10n ** BigInt(d.scale - scale), rest = 2n * (d.digits % unit);
  let digits = d.digits / unit;
  if (rest > unit || rest === unit && (up || digits % 2n === 1n)) digits += 1n;
  return {...d, digits, scale};
}

const precision = d => String(d.digits).length;

/** At most so many digits. */
function rounded(d, most, up) {
  let r = d;
  while (precision(r) > most) r = scaled(r, r.scale - (precision(r) - most), up);
  return r;
}

/** The power of ten of the first digit. */
const power = d => d.digits === 0n ? d.scale === 0 ? 0 : -Infinity : precision(d) - d.scale - 1;

const shifted = (d, places) => ({...d, scale: d.scale + places});

function written(d) {
  const sign = d.negative && d.digits !== 0n ? "−" : "";
  if (d.scale <= 0) return sign + String(d.digits * 10n ** BigInt(-d.scale));
  const digits = String(d.digits).padStart(d.scale + 1, "0");
  return sign + digits.slice(0, -d.scale) + "." + digits.slice(-d.scale);
}

const beyond = at => at < -4 || at > 6;

/** So many digits, without zeros at the end; six unless told otherwise. */
function plain(value, digits = 6) {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  let d = rounded(decimal(value), digits, false);
  while (d.digits % 10n === 0n) d = {...d, digits: d.digits / 10n, scale: d.scale - 1};
  return beyond(power(d)) ? written(shifted(d, power(d))) + timesTenTo(power(d)) : written(d);
}

/** A value with its error, of which two digits are told. */
function measured(value, error) {
  if (!Number.isFinite(value) || !(error > 0) || !Number.isFinite(error)) return plain(value);
  if (error < 1e-7 * Math.abs(value)) return plain(value, 7);
  let e = rounded(decimal(error), 2, true), v = scaled(decimal(value), e.scale, false);
  const at = Math.max(power(v), power(e));
  const far = beyond(at);
  if (far) [v, e] = [shifted(v, at), shifted(e, at)];
  const whole = e.scale <= 0 || power(e) >= 0;
  return written(v) + "(" + (whole ? written(e) : String(e.digits)) + ")" + (far ? timesTenTo(at) : "");
}

const VERDICTS = {CONSISTENT: "✓ consistent", REFUTED: "✗ refuted", INCONCLUSIVE: "? inconclusive",
  NOT_APPLICABLE: "– not applicable"};
