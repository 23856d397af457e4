# Each claim's difference from its prediction, in units of its margin: a claim that is an equality is refuted outside
# the band. One that is a bound is refuted on one side of it only.
SHOWN = {"CONSISTENT": ("#009E73", "o"), "REFUTED": ("#D55E00", "X"), "INCONCLUSIVE": ("#E69F00", "s")}
judged = verdicts[(verdicts.verdict != "NOT_APPLICABLE") & (verdicts.margin > 0) & np.isfinite(verdicts.difference)]
judged = judged.iloc[::-1].reset_index(drop=True)
if len(judged):
    figure, axes = plt.subplots(figsize=(9, 1.8 + 0.28 * len(judged)))
    axes.axvspan(-1, 1, color="#DDDDDD", zorder=0)
    for verdict, (colour, marker) in SHOWN.items():
        rows = judged[judged.verdict == verdict]
        if len(rows):
            axes.errorbar(rows.difference / rows.margin, rows.index, xerr=(rows.standard_error / rows.margin).fillna(0),
                          linestyle="none", marker=marker, color=colour, capsize=2, label=verdict.lower())
    axes.set_yticks(judged.index, [claim.split(":")[0][:60] for claim in judged.claim], fontsize="small")
    axes.set_xscale("symlog", linthresh=2)
    axes.set(ylim=(-0.7, len(judged) - 0.3), xlabel="(measured − predicted) / margin")
    figure.legend(loc="outside lower center", ncols=3)
    plt.show()
