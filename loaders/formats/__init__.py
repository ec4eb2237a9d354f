"""Files of other formats into plain text: web pages, Word, PDF with a text layer, text in its encodings."""

from loaders.formats.extracted import Extracted, RefusedError
from loaders.formats.sniff import ENDINGS, MAX_BYTES, kind_of, too_large
from loaders.formats.texts import decode

__all__ = ["ENDINGS", "MAX_BYTES", "Extracted", "RefusedError", "decode", "kind_of", "too_large"]
