"""Writes workbooks that once asked for gigabytes or hours.

    python3 make_hostile.py Hostile
"""
import sys
import zipfile
from pathlib import Path

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types><Override PartName="/xl/workbook.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>')


def relationships(targets):
    return "<Relationships>" + "".join(
        f'<Relationship Id="r{index}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets)) + "</Relationships>"


def write(name, rows, sheets=1):
    with zipfile.ZipFile(Path(sys.argv[1]) / name, "w", zipfile.ZIP_DEFLATED) as book:
        def put(part, text):
            # The same bytes whenever it is run.
            book.writestr(zipfile.ZipInfo(part), text, zipfile.ZIP_DEFLATED, 9)

        put("[Content_Types].xml", TYPES)
        put("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")]))
        put("xl/workbook.xml", "<workbook><sheets>" + "".join(
            f'<sheet name="{index}" id="r{index}"/>' for index in range(sheets)
        ) + "</sheets></workbook>")
        put("xl/_rels/workbook.xml.rels",
            relationships([("worksheet", "worksheets/sheet1.xml")] * sheets))
        put("xl/worksheets/sheet1.xml",
            f"<worksheet><sheetData>{rows}</sheetData></worksheet>")


# One cell at the far right: every later row used to take as much room as the first.
write("wide-first-row.xlsx", '<row><c r="XFD1"><v>1</v></c></row>' + "<row><c><v>2</v></c></row>" * 70_000)
write("many-sheets.xlsx", "", sheets=2_000)
write("sheets-of-one-part.xlsx", "<row><c><v>2</v></c></row>" * 20_000, sheets=900)
