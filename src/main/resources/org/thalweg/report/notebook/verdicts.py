verdicts = pd.read_csv(run / FILE)
verdicts["margin"] = verdicts.budget.astype(str).str.split(":").str[0].replace("", "nan").astype(float)
verdicts["difference"] = verdicts.measured - verdicts.predicted
verdicts[["claim", "predicted", "measured", "standard_error", "margin", "verdict"]]
