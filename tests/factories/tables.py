"""Spreadsheets as small as they can be, written byte by byte: what other programs send us."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from webinar.core.table_import.table import cell_name

Rows = Sequence[Sequence[object]]

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ODS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as file:
        for name, text in files.items():
            file.writestr(name, text)
    return content.getvalue()


def xlsx(
    rows: Rows,
    *,
    merged: Sequence[str] = (),
    formulas: Mapping[str, str] | None = None,
    sheets: Mapping[str, Rows] | None = None,
    hidden: Sequence[str] = (),
) -> bytes:
    """A workbook of one sheet, or of several by their names; formulas by their cells (``D4``)."""
    named = dict(sheets or {"Lembar1": rows})
    state = dict.fromkeys(hidden, ' state="hidden"')
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"{state.get(name, "")}/>'
        for n, name in enumerate(named, 1)
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_RELS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(named) + 1)
    )
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": _links(
                f'<Relationship Id="r" Type="{_RELS}/officeDocument" Target="xl/workbook.xml"/>'
            ),
            "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_RELS}"><sheets>{listed}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _links(links),
        }
        | {
            f"xl/worksheets/sheet{n}.xml": _sheet_of_xlsx(sheet, merged, formulas or {})
            for n, sheet in enumerate(named.values(), 1)
        }
    )


def _links(links: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _sheet_of_xlsx(rows: Rows, merged: Sequence[str], formulas: Mapping[str, str]) -> str:
    lines = []
    for number, row in enumerate(rows, 1):
        cells = [
            _cell_of_xlsx(cell_name(number, column), value, formulas) for column, value in enumerate(row, 1)
        ]
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    areas = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    more = f"<mergeCells>{areas}</mergeCells>" if merged else ""
    return f"<worksheet {_MAIN}><sheetData>{''.join(lines)}</sheetData>{more}</worksheet>"


def _cell_of_xlsx(name: str, value: object, formulas: Mapping[str, str]) -> str:
    formula = f"<f>{escape(formulas[name])}</f>" if name in formulas else ""
    if value is None:
        return f'<c r="{name}">{formula}</c>' if formula else ""
    if isinstance(value, int | float):
        return f'<c r="{name}">{formula}<v>{value}</v></c>'
    if formula:
        return f'<c r="{name}" t="str">{formula}<v>{escape(str(value))}</v></c>'
    return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{escape(str(value))}</t></is></c>'


def ods(
    rows: Rows, *, spanned: Mapping[str, tuple[int, int]] | None = None, formulas: Sequence[str] = ()
) -> bytes:
    """A document of one sheet; spans (rows, columns) and formulas by their cells."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = []
        for column, value in enumerate(row, 1):
            name = cell_name(number, column)
            down, right = (spanned or {}).get(name, (1, 1))
            span = f' table:number-rows-spanned="{down}" table:number-columns-spanned="{right}"' * (
                down * right > 1
            )
            formula = ' table:formula="of:=1"' * (name in formulas)
            cells.append(_cell_of_ods(value, span + formula))
        lines.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    tail = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    body = f'<table:table table:name="Lembar1">{"".join(lines)}{tail}</table:table>'
    content = (
        f'<?xml version="1.0"?><office:document-content {_ODS} office:version="1.2"><office:body>'
        f"<office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/"'
        ' manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifest,
            "content.xml": content,
        }
    )


def _cell_of_ods(value: object, attributes: str) -> str:
    if value is None:
        return f"<table:table-cell{attributes}/>"
    if isinstance(value, int | float):
        return (
            f'<table:table-cell{attributes} office:value-type="float" office:value="{value}">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    return (
        f'<table:table-cell{attributes} office:value-type="string">'
        f"<text:p>{escape(str(value))}</text:p></table:table-cell>"
    )
