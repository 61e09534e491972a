"""One line of plain words, understood: needs, ages, place and more, each with the words it came from.

No network, no model, no database. Begin reading with `understand.py`.
"""
