"""Writes code_pages.csv: the characters of the bytes 0x80 to 0xFF in two of Python's codecs."""

import csv
import pathlib

CODECS = ["cp1252", "cp1258"]


def character(byte, codec):
    try:
        return f"{ord(bytes([byte]).decode(codec)):04X}"
    except UnicodeDecodeError:
        return ""


with open(pathlib.Path(__file__).with_name("code_pages.csv"), "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["byte", *CODECS])
    for byte in range(0x80, 0x100):
        writer.writerow([f"{byte:02X}", *(character(byte, codec) for codec in CODECS)])
