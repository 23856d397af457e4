trajectories = pd.read_csv(run / FILE)
shown = trajectories[trajectories.particle.isin(trajectories.particle.unique()[:8])]
height = "flatness" if shown.flatness.notna().any() else "x"
figure, axes = plt.subplots()
for particle, path in shown.groupby("particle"):
    axes.plot(path.time, path[height], linewidth=0.8, label=f"particle {particle}")
axes.set(xlabel="learning time t = ηk", ylabel="flatness F(x)" if height == "flatness" else "position x")
axes.legend(fontsize="x-small", ncols=2)
plt.show()
