# Simulations are points with error bars, densities solid lines, formulas dashed lines; one colour for each.
NAMES = {"sgd": "literal SGD", "sde": "SDE", "density": "density", "theory": "theory"}
COLOURS = {"sgd": "#0072B2", "sde": "#D55E00", "density": "#009E73", "theory": "#000000"}
LABELS = {
    "learning_rate": "learning rate η",
    "batch_variance": "batch variance σ²",
    "anisotropy": "anisotropy κ",
    "temperature": "temperature Δ = ησ²/2 (loss)",
    "convergence_time": "mean convergence time T (unit of t = ηk)",
    "convergence_steps": "mean convergence time (iterations)",
    "converged_fraction": "share that converged",
    "diverged_fraction": "share that diverged",
    "mean_flatness": "mean flatness ⟨F⟩",
    "mean_square_y": "mean square ⟨y²⟩ across the valley",
    "selection_exponent": "selection exponent, d ln P / d ln F",
}
plt.rcParams.update({"figure.figsize": (7, 4.5), "figure.constrained_layout.use": True,
                     "axes.grid": True, "grid.alpha": 0.3, "legend.frameon": False})


def label(name):
    return LABELS.get(name, name.replace("_", " "))


def draw(axes, witness, x, y, error):
    """One witness; values that are undefined are left out."""
    colour = COLOURS.get(witness, "#CC79A7")
    if witness in ("sgd", "sde"):
        axes.errorbar(x, y, yerr=error.fillna(0), linestyle="none", capsize=2, markersize=5, color=colour,
                      marker="o" if witness == "sgd" else "s", fillstyle="full" if witness == "sgd" else "none",
                      label=NAMES[witness])
    else:
        axes.plot(x, y, color=colour, linestyle="--" if witness == "theory" else "-",
                  label=NAMES.get(witness, witness))


def wide(table, across, value="value"):
    """A tidy table with one column for each witness or quantity, errors beside the values."""
    rows = [name for name in table.columns
            if name not in (across, value, "standard_error", "independent_standard_error", "samples", "verdict")
            and table[name].nunique(dropna=False) > 1]
    if not rows:
        rows = ["quantity"]
    return table.pivot_table(index=rows, columns=across, values=[value, "standard_error"], sort=False)
