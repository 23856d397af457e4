"use strict";
// The tables of the page are the very links by which they are saved.

/** Rows of CSV, each an array of texts; fields in quotes may hold commas, line feeds and doubled quotes. */
function csv(text) {
  const rows = [];
  let row = [], field = "", quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') { field += c; i++; } else if (c === '"') quoted = false; else field += c;
    } else if (c === '"') quoted = true;
    else if (c === ",") { row.push(field); field = ""; }
    else if (c === "\n") { row.push(field); rows.push(row); row = []; field = ""; }
    else if (c !== "\r") field += c;
  }
  if (field !== "" || row.length) { row.push(field); rows.push(row); }
  return rows;
}

const read = new Map();

/** The rows of a table of the page as objects of texts. */
function table(name) {
  if (!read.has(name)) {
    const link = document.querySelector(`a[data-table="${name}"]`);
    if (!link) return [];
    const bytes = Uint8Array.from(atob(link.getAttribute("href").split(",")[1]), c => c.charCodeAt(0));
    const rows = csv(new TextDecoder().decode(bytes));
    const header = rows.shift();
    read.set(name, rows.map(fields => Object.fromEntries(header.map((key, i) => [key, fields[i] ?? ""]))));
  }
  return read.get(name);
}

/** A field as a number; NaN where it is empty. */
const number = text => text === "" || text === undefined ? NaN : Number(text);

const distinct = values => [...new Set(values)];
