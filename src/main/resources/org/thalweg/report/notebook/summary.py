summary = pd.read_csv(run / FILE)
wide(summary, "witness")
