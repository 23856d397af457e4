training = pd.read_csv(run / FILE)
training.groupby("repeat").last()
