"""How much a file of each kind holds; more is refused with a way out, never cut off in silence."""

SHEET_ROWS = 1_048_575  # of an Excel sheet, below its header; CSV and Parquet hold any number
DECK_FIGURES = 60  # nobody sits through more
