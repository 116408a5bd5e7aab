"""Counts and checksums of the cells of published .xls workbooks, read by xlrd.

    python3 published_xls.py PCI_2005.xls ... > published_xls.csv

Each cell with a value is the line "sheet TAB row TAB column TAB kind value LF" in UTF-8: rows and
columns from 1; kind t, n, b or e; a number as the hexadecimal digits of its IEEE bits, a truth value
as 0 or 1. The checksum is the 64-bit FNV-1a of all lines, sheets and rows in order.
"""
import struct
import sys
from os.path import basename

import xlrd

print("file,sheets,cells,checksum,xlrd")
for path in sys.argv[1:]:
    book = xlrd.open_workbook(path)
    checksum, cells = 0xCBF29CE484222325, 0
    for sheet in book.sheets():
        for row in range(sheet.nrows):
            for column in range(sheet.row_len(row)):
                kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
                if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) or value == "":
                    continue
                if kind == xlrd.XL_CELL_TEXT:
                    written = "t" + value
                elif kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
                    written = "n%x" % struct.unpack("<Q", struct.pack("<d", value))[0]
                elif kind == xlrd.XL_CELL_BOOLEAN:
                    written = "b%d" % value
                else:
                    written = "e" + xlrd.error_text_from_code[value]
                cells += 1
                line = "%s\t%d\t%d\t%s\n" % (sheet.name, row + 1, column + 1, written)
                for byte in line.encode():
                    checksum = (checksum ^ byte) * 0x100000001B3 % 2**64
    print("%s,%d,%d,%016x,%s" % (basename(path), book.nsheets, cells, checksum, xlrd.__version__))
