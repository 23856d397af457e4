ladder = pd.read_csv(run / FILE)
wide(ladder, "quantity")
