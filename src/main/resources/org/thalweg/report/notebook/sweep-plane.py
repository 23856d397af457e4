def plane(quantity, witness):
    """A quantity over learning rate and batch variance; the first anisotropy where there are several."""
    rows = sweep[(sweep.quantity == quantity) & (sweep.witness == witness) & sweep.value.notna()]
    for name in ["anisotropy", *further]:
        if sweep[name].nunique() > 1:
            rows = rows[rows[name] == rows[name].iloc[0]]
    if not len(rows):
        return
    cells = rows.pivot_table(index="batch_variance", columns="learning_rate", values="value")
    figure, axes = plt.subplots()
    logarithmic = quantity.startswith("convergence")
    axes.grid(False)
    mesh = axes.pcolormesh(np.log10(cells.columns), np.log10(cells.index), cells.values, shading="nearest",
                           norm="log" if logarithmic else "linear", cmap="viridis")
    figure.colorbar(mesh, label=label(quantity))
    axes.set_xticks(np.log10(cells.columns), [f"{value:.3g}" for value in cells.columns])
    axes.set_yticks(np.log10(cells.index), [f"{value:.3g}" for value in cells.index])
    axes.set(xlabel=label("learning_rate"), ylabel=label("batch_variance"), title=NAMES[witness])
    plt.show()


if sweep.learning_rate.nunique() > 1 and sweep.batch_variance.nunique() > 1:
    for quantity in ["convergence_steps", "mean_flatness", "selection_exponent"]:
        witness = next((w for w in ["density", "sde", "sgd", "theory"]
                        if ((sweep.witness == w) & (sweep.quantity == quantity)).any()), None)
        if witness:
            plane(quantity, witness)
