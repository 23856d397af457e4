loss = pd.read_csv(run / FILE)
LOSS = {"sgd": "sgd", "sde": "sde", "finite-volume": "density", "leading-order": "theory"}
FURTHER = {"hierarchy": ("#56B4E9", "-."), "next-order": ("#CC79A7", "--"), "finite-learning-rate": ("#0072B2", ":")}


def sources(x, y):
    figure, axes = plt.subplots()
    for source, one in loss[loss[y].notna()].sort_values(x).groupby("source", sort=False):
        if source in LOSS:
            draw(axes, LOSS[source], one[x], one[y], one.error)
        else:
            colour, dash = FURTHER.get(source, ("#999999", "-"))
            axes.plot(one[x], one[y], color=colour, linestyle=dash, label=source.replace("-", " "))
    axes.legend()
    return axes


sources("log_flatness", "sgd_loss_over_temperature").set(xlabel="ln F(x)", ylabel="SGD-loss L_SGD / Δ")
plt.show()
sources("x", "deviation_from_leading_order").set(xlabel="position along the valley x",
                                                 ylabel="L_SGD / Δ − (1 − κ) ln F")
plt.show()
