# Rungs against 1/l; at 0 the limit of the rungs, and as a line the diffusion.
for quantity in ladder[np.isinf(ladder.svag)].quantity.unique():
    rows = ladder[ladder.quantity == quantity].assign(step=lambda r: 1 / r.svag)
    sgd = rows[rows.witness == "sgd"]
    figure, axes = plt.subplots()
    draw(axes, "sgd", sgd.step, sgd.value, sgd.standard_error)
    for value in rows[rows.witness == "density"].value:
        axes.axhline(value, color=COLOURS["density"], label="diffusion")
    axes.set(xlabel="1/l, the learning rate over that of the model (0: the limit)", ylabel=label(quantity))
    axes.legend()
    plt.show()
