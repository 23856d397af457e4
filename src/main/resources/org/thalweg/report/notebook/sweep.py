sweep = pd.read_csv(run / FILE)
STANDARD = ["learning_rate", "batch_variance", "anisotropy", "temperature",
            "witness", "quantity", "value", "standard_error", "samples", "verdict"]
further = [name for name in sweep.columns if name not in STANDARD]
axes_of_the_sweep = [name for name in ["learning_rate", "batch_variance", "anisotropy", *further]
                     if sweep[name].nunique() > 1]
sweep.head()
