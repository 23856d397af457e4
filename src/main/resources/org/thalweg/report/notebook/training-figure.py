# One line for each repeat: samples to train on in blue, to test on in red and dashed.
for quantity, kind in [("loss", "mean loss"), ("error", "share in a wrong class")]:
    figure, axes = plt.subplots()
    for number, (repeat, rows) in enumerate(training.groupby("repeat")):
        for name, colour, style in [("train", "#0072B2", "-"), ("test", "#D55E00", "--")]:
            values = rows[f"{name}_{quantity}"]
            # A logarithm has no place for zero: all samples are right there.
            axes.plot(rows.time, values.where(values > 0), style, color=colour, linewidth=1,
                      label=f"to {name} on" if number == 0 else None)
    axes.set(xlabel="learning time t = ηk", ylabel=kind, yscale="log")
    axes.legend()
    plt.show()
