"""Tidy table in, chart out; pure, no Streamlit.

Where there is an axis to read, the chart is a plotly figure. Where every mark leads to a sentence
(grid, tiles, bars in small multiples) it is HTML: each mark is a link that the keyboard reaches, it
wraps on a narrow screen, and thirty of them on a page cost nothing.
"""
