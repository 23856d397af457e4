def curves(quantity):
    """A quantity against the temperature, or against the number of the model that was varied."""
    rows = sweep[(sweep.quantity == quantity) & sweep.value.notna()]
    varied = [name for name in further if sweep[name].nunique() > 1]
    if varied:
        against, groups = varied[0], [name for name in axes_of_the_sweep if name != varied[0]]
    elif sweep.temperature.nunique() > 1:
        against, groups = "temperature", [name for name in axes_of_the_sweep if name == "anisotropy"]
    else:
        against = axes_of_the_sweep[0] if axes_of_the_sweep else "learning_rate"
        groups = axes_of_the_sweep[1:]
    parts = rows.groupby(groups, dropna=False) if groups else [((), rows)]
    for values, part in parts:
        figure, axes = plt.subplots()
        for witness in ["theory", "density", "sgd", "sde"]:
            one = part[part.witness == witness].sort_values(against)
            if len(one):
                draw(axes, witness, one[against], one.value, one.standard_error)
        if (part[against] > 0).all() and part[against].max() >= 4 * part[against].min():
            axes.set_xscale("log")
        if quantity.startswith("convergence") and (part.value > 0).all():
            axes.set_yscale("log")
        axes.set(xlabel=label(against), ylabel=label(quantity),
                 title=", ".join(f"{label(name)} = {value:g}" for name, value in zip(groups, values)))
        axes.legend()
        plt.show()


# All quantities: sweep.quantity.unique()
for quantity in sweep.quantity.unique():
    if quantity not in ("convergence_steps", "converged_fraction", "diverged_fraction"):
        curves(quantity)
