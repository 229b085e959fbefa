"""What openpyxl reads in workbooks: one JSON object, by path of the file.

Cells by `sheet!address`, formulas by what is cached, empty ones left out, as `sheet-cells.ts` tells what exceljs reads.
"""
import json
import sys
import warnings

import openpyxl

# It has no use for some extensions of Excel's own, and says so of every workbook.
warnings.simplefilter("ignore")


def read(path):
    book = openpyxl.load_workbook(path, data_only=True)
    cells = {
        f"{sheet.title}!{cell.coordinate}": cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }
    return {
        "sheets": book.sheetnames,
        "charts": {sheet.title: len(sheet._charts) for sheet in book.worksheets if sheet._charts},
        "cells": cells,
    }


json.dump({path: read(path) for path in sys.argv[1:]}, sys.stdout, default=str)
