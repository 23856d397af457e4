# How often each witness agrees with the density of the same cell. An empty verdict is a row that is not judged.
verdicts = sweep.fillna({"verdict": "not judged"})
verdicts.pivot_table(index=["witness", "quantity"], columns="verdict", values="value", aggfunc="size", fill_value=0)
