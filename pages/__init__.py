"""One Streamlit page a file: choose rows, hand them to a chart, a card or an export."""
