"""What families looked for and did not find: counted so that nobody's search can be read back.

`docs/privacy-of-searches.md` says what is kept, for how long, and why it is done in this way.
"""
