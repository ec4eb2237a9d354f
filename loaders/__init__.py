"""Article in, tidy tables out: the reader of figures in Chinese texts. No Streamlit, no plotly."""
