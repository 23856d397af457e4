probes = pd.read_csv(run / FILE)
single = probes[probes["index"].isna()]
# Mean, spread and number of repeats, for each checkpoint.
single.groupby(["checkpoint", "quantity"], sort=False).value.agg(["mean", "std", "count"]).head(40)
