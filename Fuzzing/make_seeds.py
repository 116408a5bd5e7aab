"""Writes the first inputs of the fuzzers: small files of every kind the readers know.

    pip install openpyxl xlsxwriter xlwt
    python3 make_seeds.py folder
"""
import io
import sys
import unicodedata
import zipfile
from pathlib import Path

import openpyxl
import xlsxwriter
import xlwt

folder = Path(sys.argv[1])
HEADER = ["Tỉnh", "Năm", "Tính minh bạch", "Ghi chú"]
ROWS = [
    ["Hà Nội", 2017, 6.145393, "a, b; c"],
    ["Thừa Thiên – Huế", 2018, -0.5, 'nói "có"'],
    ["Đắk Nông", 2019, 1e-7, "hai\ndòng"],
    ["TP. Hồ Chí Minh", None, 79.25, "N/A"],
]


def save(entry, name, content):
    path = folder / entry / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def csv(separator, mark, end="\n"):
    def cell(value):
        text = "" if value is None else str(value)
        if isinstance(value, float):
            text = text.replace(".", mark)
        if any(sign in text for sign in separator + '"\n'):
            text = '"' + text.replace('"', '""') + '"'
        return text

    return end.join(separator.join(map(cell, row)) for row in [HEADER] + ROWS) + end


save("CSV", "comma.csv", csv(",", ".").encode())
save("CSV", "semicolon.csv", csv(";", ",", "\r\n").encode("utf-8-sig"))
save("CSV", "tab-utf16le.csv", csv("\t", ",").encode("utf-16"))
save("CSV", "utf16be.csv", csv(",", ".", "\r").encode("utf-16-be"))
save("CSV", "code-page.csv", unicodedata.normalize("NFD", "Hà Tĩnh,Đà Nẵng\n").replace("\u0302", "")
     .encode("cp1258", "replace"))
save("CSV", "thousands.csv", 'x;y\n"1.234,5";12 %\n-;+3e-4\n#N/A;..\n\n\u00a01,5 ;0,125\n'.encode())
save("CSV", "long.csv", ("a,b\n0." + "1" * 40 + ",1e308\n1e-400,-9007199254740993\n").encode())

LONG = "unit,year,indicator,value,note\nĐắk Nông,2017,x,0.5,a\nHuế,2017,x,,\n,,,,\n"
save("LongTable", "plain.csv", LONG.encode())
save("LongTable", "quoted.csv", (
    'indicator;value;year;unit\r\n"a ""b""\r\nc";-1.5e-3;2008.0;"Bà Rịa; Vũng Tàu"\r\n\r\n'
    'y;9007199254740993;-3;Hue\u0302\u0301\r\n').encode("utf-8-sig"))
save("LongTable", "tabs.csv", "year\tunit\tindicator\tvalue\r1\ta\tb\t..\r2\ta\tb\t 7 ".encode())


def openpyxl_book():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Transparency"
    sheet.append(HEADER)
    for row in ROWS:
        sheet.append(row)
    sheet.merge_cells("A7:C7")
    sheet["B9"] = True
    sheet["C9"] = "=1/0"
    sheet["D9"] = "#DIV/0!"
    sheet["D9"].data_type = "e"
    hidden = book.create_sheet("Ẩn")
    hidden.sheet_state = "hidden"
    hidden["J3"] = "_x000D_ & <b>"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def xlsxwriter_book():
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("Data")
    sheet.write_row(0, 0, HEADER)
    for index, row in enumerate(ROWS):
        sheet.write_row(index + 1, 0, row)
    bold = book.add_format({"bold": True})
    sheet.write_rich_string(6, 0, "a", bold, "b", "c")
    sheet.write_formula(6, 1, "=A1&A2", None, "kết quả")
    sheet.write_formula(6, 2, "=TRUE", None, True)
    sheet.write_formula(6, 3, "=1/0", None, "#DIV/0!")
    sheet.merge_range("A9:C9", "gộp")
    book.close()
    return stream.getvalue()


def smaller(content):
    """Leaves out what the reader never asks for, such as styles and themes."""
    output = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(output, "w") as new:
        for name in old.namelist():
            if not any(part in name for part in ("theme", "styles", "docProps")):
                new.writestr(name, old.read(name), zipfile.ZIP_DEFLATED)
    return output.getvalue()


PARTS = [
    "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "_rels/.rels",
]
for name, content in (("openpyxl", openpyxl_book()), ("xlsxwriter", xlsxwriter_book())):
    save("XLSX", name + ".xlsx", smaller(content))
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        for index, part in enumerate(PARTS):
            # A program may keep texts in the cells instead.
            if part in book.namelist():
                save("XLSXParts", f"{name}-{index}.xml", bytes([ord("0") + index]) + book.read(part))

sheet = (
    '0<worksheet><sheetData><row r="2"><c r="B2" t="inlineStr"><is><r><t>a</t></r><rPh><t>b</t></rPh>'
    '</is></c><c t="str"><f>A1</f><v></v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>'
    '<c t="d"><v>2019-01-01</v></c><c r="XFD2"><f/></c></row><row><c t="s"><v> 1 </v></c></row>'
    '<row r="1048576"><c><v>1E+5</v></c></row></sheetData></worksheet>')
save("XLSXParts", "kinds.xml", sheet.encode())
save("XLSXParts", "utf16.xml", b"0" + sheet[1:].encode("utf-16"))
save("XLSXParts", "strings.xml", "1<sst><si><r><t>a</t></r><r><t>_x005F_</t></r></si><si/></sst>".encode())


def xls_book(compact):
    book = xlwt.Workbook()
    sheet = book.add_sheet("Dữ liệu")
    for index, row in enumerate([HEADER] + ROWS):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(index, column, value)
    sheet.write(6, 0, True)
    sheet.write(6, 1, 17)
    sheet.write(6, 2, 2.5)
    sheet.write(6, 3, xlwt.Formula("A1"))
    sheet.write_rich_text(7, 0, (("a", xlwt.easyfont("bold true")), "b"))
    sheet.row(8).set_cell_error(0, "#DIV/0!")
    if not compact:
        other = book.add_sheet("2")
        other.visibility = 1
        for row in range(60):
            other.write(row, row % 9, f"chữ {row}")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def records(content):
    """The records inside a compound file as xlwt lays it out, without those of styles."""
    import struct
    stream = content[512:]
    output, position, kept = [], 0, {}
    while position + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, position)
        record = stream[position:position + 4 + size]
        if kind == 0 and size == 0:
            break
        kept[position] = sum(map(len, output))
        if kind not in (0x31, 0xE0, 0x293, 0x5C, 0x41E, 0x92, 0x8C, 0xE1):
            output.append(record)
        position += 4 + size
    # The list of sheets says where each begins.
    for index, record in enumerate(output):
        if struct.unpack_from("<H", record)[0] == 0x85:
            begin = kept[struct.unpack_from("<I", record, 4)[0]]
            output[index] = record[:4] + struct.pack("<I", begin) + record[8:]
    return b"".join(output)


for name, compact in (("small", True), ("two-sheets", False)):
    content = xls_book(compact)
    save("XLS", name + ".xls", content)
    save("XLS", name + "-records.xls", records(content))
