"""Files made from core values: PDF through Typst, DOCX through python-docx. Values in, bytes out."""
