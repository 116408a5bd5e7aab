"""Writes cp1258.csv: the characters of the bytes 0x80 to 0xFF in Python's codec cp1258."""

import csv
import pathlib

with open(pathlib.Path(__file__).with_name("cp1258.csv"), "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["byte", "character"])
    for byte in range(0x80, 0x100):
        try:
            character = f"{ord(bytes([byte]).decode('cp1258')):04X}"
        except UnicodeDecodeError:
            character = ""
        writer.writerow([f"{byte:02X}", character])
