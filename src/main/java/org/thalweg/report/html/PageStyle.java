package org.thalweg.report.html;

/** How the page looks: one column, light, dark where the reader's system is, and on paper. */
final class PageStyle {
    /** Colours of verdicts are those of Okabe and Ito, beside signs and words. */
    static final String CSS = """
            :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --quiet: #555; --line: #ccc; --faint: #e4e4e4;
              --shade: #f5f5f5; --sgd: #0072b2; --sde: #d55e00; --density: #009e73; --reference: #cc79a7;
              --fifth: #56b4e9; --sixth: #e69f00; --focus: #0072b2; --note: #fdf6e3; --plain: #f0f0f0; --good: #e3f4ee;
              --bad: #fbe6d8; --unclear: #fcf2dc; }
            @media screen and (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --paper: #16181c; --quiet: #b0b4ba;
              --line: #4a4f57; --faint: #2c3036; --shade: #22262c; --sgd: #4aa8e0; --sde: #f08a3c; --density: #2cc79a;
              --focus: #8cc8f0; --note: #3a3220; --plain: #2c3036; --good: #12382c; --bad: #4a2412; --unclear: #40330f; }
              figure img { background: #fff; border-radius: 4px; } a { color: #8cc8f0; } }
            body { font: 16px/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; color: var(--ink); background: var(--paper);
              max-width: 62rem; margin: 2rem auto; padding: 0 1.5rem; }
            h1 { font-size: 1.9rem; line-height: 1.2; margin: 0; }
            h2 { font-size: 1.3rem; margin: 2.2rem 0 .6rem; border-bottom: 1px solid var(--line); }
            h3 { font-size: 1rem; margin: 1.4rem 0 .3rem; }
            .lead { margin: .3rem 0; } .quiet, .detail, caption, figcaption { color: var(--quiet); font-size: .85rem; }
            h4 { font-size: .9rem; margin: .8rem 0 0; }
            figure { margin: 1rem 0; } figure img { width: 100%; max-width: 56rem; height: auto; }
            table { border-collapse: collapse; margin: .4rem 0 1rem; font-size: .9rem; }
            caption { text-align: left; padding-bottom: .2rem; }
            th, td { padding: .18rem .7rem .18rem 0; vertical-align: top; text-align: left; }
            thead th { border-bottom: 1.5px solid var(--quiet); font-weight: 600; }
            tbody tr { border-bottom: 1px solid var(--faint); }
            table.data th, table.data td { text-align: right; padding: .18rem .7rem; }
            td.number, pre, code { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace;
              font-size: .85rem; }
            td.number { white-space: pre; }
            .record th { font-weight: normal; color: var(--quiet); white-space: nowrap; }
            .record td { overflow-wrap: anywhere; }
            pre { background: var(--shade); border: 1px solid var(--faint); padding: .6rem .8rem; white-space: pre-wrap;
              overflow-wrap: anywhere; }
            .note { border-left: 4px solid #e69f00; background: var(--note); padding: .4rem .8rem; margin: .5rem 0; }
            .verdict { font: .8rem/1.4 system-ui, "DejaVu Sans", sans-serif; white-space: nowrap; padding: 0 .4rem;
              margin-left: .5rem; border-left: 4px solid #999; background: var(--plain); }
            .verdict.consistent { border-color: #009e73; background: var(--good); }
            .verdict.refuted { border-color: #d55e00; background: var(--bad); font-weight: 700; }
            .verdict.inconclusive { border-color: #e69f00; background: var(--unclear); }
            table.data .verdict { display: block; width: fit-content; margin: 0 0 0 auto; }
            .verdict.none { visibility: hidden; }
            table.data thead th { max-width: 9rem; }
            @media screen and (max-width: 50rem) {
              body { padding: 0 .8rem; margin: 1rem auto; } table.data thead { display: none; }
              table.data, table.data tbody, table.data tr, table.data td, table.data caption { display: block; }
              table.data tr { padding: .4rem 0; } table.data td { padding: .1rem 0; overflow-wrap: anywhere; }
              table.data td.number { white-space: pre-wrap; }
              table.data td::before { content: attr(data-column); float: left; margin-right: 1rem; color: var(--quiet);
                font: .8rem/1.6 system-ui, "DejaVu Sans", sans-serif; }
              table.data td:first-child { font-weight: 700; } table.data .verdict { display: inline; }
              table.claims, table.claims tbody, table.claims tr, table.claims td { display: block; }
              table.claims thead { display: none; } .record th { white-space: normal; }
            }
            @media print {
              table.data, table.data td.number { font-size: 7.5pt; }
              table.data .verdict { font-size: 6.5pt; }
              figure img { width: 100%; max-width: 100%; max-height: 20cm; object-fit: contain; }
              table.data th, table.data td { padding: 1pt 4pt; }
              body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
              .files { display: none; }
              figure, tr, .note { break-inside: avoid; } h2, h3, h4 { break-after: avoid; }
              thead { display: table-header-group; }
              .verdict, pre, .note { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
            }
            @page { margin: 18mm; }
            """;

    private PageStyle() {}
}
