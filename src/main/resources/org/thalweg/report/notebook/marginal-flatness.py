# -ln P against ln F: its slope is minus the selection exponent. Where both sides of a valley
# differ, as before the stationary state, the curve has two branches.
rows = marginal[(marginal.density > 0) & (marginal.flatness > 0)]
if rows.flatness.nunique() > 1:
    figure, axes = plt.subplots()
    for witness, one in rows.groupby("witness", sort=False):
        draw(axes, witness, np.log(one.flatness), -np.log(one.density), one.standard_error / one.density)
    axes.set(xlabel="ln F(x)", ylabel="−ln P(x)")
    axes.legend()
    plt.show()
