density = pd.read_csv(run / FILE)
figure, axes = plt.subplots()
if "y" in density:
    cells = density.pivot(index="y", columns="x", values="density")
    axes.grid(False)
    mesh = axes.pcolormesh(cells.columns, cells.index, cells.values, shading="nearest", cmap="viridis")
    figure.colorbar(mesh, label="density p(x, y) (per unit area)")
    axes.set(xlabel="position along the valley x", ylabel="position across the valley y")
else:
    axes.plot(density.x, density.density, color=COLOURS["density"])
    axes.set(xlabel="parameter x", ylabel="density P(x) (per unit x)")
plt.show()
