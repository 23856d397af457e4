marginal = pd.read_csv(run / FILE)
figure, axes = plt.subplots()
for witness, one in marginal.groupby("witness", sort=False):
    draw(axes, witness, one.x, one.density, one.standard_error)
axes.set(xlabel="position along the valley x", ylabel="density P(x) (per unit x)")
axes.legend()
plt.show()
