"""Prints the first sheet of a spreadsheet as JSON, as openpyxl sees it. Said in `readers::sheet`."""

import datetime
import json
import sys

import openpyxl
from openpyxl.utils import get_column_letter


def plain(value):
    if isinstance(value, datetime.timedelta):
        return value.total_seconds()
    if isinstance(value, datetime.time):
        return value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6
    return value.isoformat() if isinstance(value, datetime.datetime) else value


def cell(one):
    kinds = {"s": "text", "n": "number", "f": "formula", "b": "boolean", "e": "error"}
    return {
        "value": plain(one.value),
        "kind": "empty" if one.value is None else "time" if one.is_date else kinds[one.data_type],
        "format": one.number_format,
        "wrap": bool(one.alignment.wrap_text),
        "bold": bool(one.font.b),
        "vertical": one.alignment.vertical,
    }


def image(one):
    anchor = one.anchor
    ends = anchor._from, anchor.to
    picture = anchor.pic.nvPicPr.cNvPr if anchor.pic else None
    return {
        "from": [ends[0].row, ends[0].col],
        "to": [ends[1].row, ends[1].col],
        "moves": anchor.editAs or "twoCell",
        "format": one.format,
        "size": [one.width, one.height],
        "alt": picture.descr if picture else None,
    }


def columns(sheet):
    seen = {}
    for dimension in sheet.column_dimensions.values():
        for at in range(dimension.min, dimension.max + 1):
            seen[at] = {"width": dimension.width, "hidden": bool(dimension.hidden)}
    usual = {"width": sheet.sheet_format.defaultColWidth, "hidden": False}
    return [{"letter": get_column_letter(at), **seen.get(at, usual)} for at in range(1, sheet.max_column + 1)]


book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
said = book.properties
json.dump(
    {
        "name": sheet.title,
        "title": said.title,
        "author": said.creator,
        "made": plain(said.created),
        "frozen": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "repeated": sheet.print_title_rows,
        "orientation": sheet.page_setup.orientation,
        "pages": [1 if fit is None else fit for fit in (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight)],
        "columns": columns(sheet),
        "heights": [sheet.row_dimensions[at].height for at in range(1, sheet.max_row + 1)],
        "rows": [[cell(one) for one in row] for row in sheet.iter_rows()],
        "images": [image(one) for one in sheet._images],
    },
    sys.stdout,
)
