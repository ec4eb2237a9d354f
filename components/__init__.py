"""Streamlit parts that several pages share: the desk they read from, the bar, cards, chart frames."""
