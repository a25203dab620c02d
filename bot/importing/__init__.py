"""Gathered tables in, store files out: how the next Games come into ``data/``.

``table`` reads CSV as a recipe of ``data/import`` says, ``events`` and ``names`` read what stands
in its cells, ``roster`` tells who is who, and the ``merge`` modules put it into the YAML files
without touching what a person has written there.
"""
