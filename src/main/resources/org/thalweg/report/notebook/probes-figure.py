# What has an index, against it: one line for each repeat and checkpoint.
series = probes[probes["index"].notna()]
for (probe, quantity), rows in series.groupby(["probe", "quantity"], sort=False):
    figure, axes = plt.subplots()
    checkpoints = sorted(rows.checkpoint.unique())
    for (repeat, checkpoint, layer), one in rows.groupby(["repeat", "checkpoint", "layer"], dropna=False):
        colour = plt.cm.viridis(0.9 * checkpoints.index(checkpoint) / max(1, len(checkpoints) - 1))
        axes.plot(one["index"], one.value, "o-", markersize=3, linewidth=1, color=colour,
                  label=f"repeat {repeat}, checkpoint {checkpoint}")
    if (rows.value > 0).all() and rows.value.max() > 10 * rows.value.min():
        axes.set_yscale("log")
    axes.set(xlabel="index", ylabel=f"{probe}: {label(quantity)}")
    if len(axes.lines) <= 10:
        axes.legend()
    plt.show()
