"""Tables that come in as files: where the headings stand, which column is which, and what each row says.

Knows nothing of what the rows are about: that is told by ``Column``. Faults carry facts; the doors make
sentences of them. Rows and columns are counted as spreadsheets count them, from 1.
"""
