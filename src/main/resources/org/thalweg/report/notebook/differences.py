differences = pd.read_csv(run / FILE)
# How much smaller the errors of pairs are than those of independent runs.
differences["gain"] = differences.independent_standard_error / differences.standard_error
differences
