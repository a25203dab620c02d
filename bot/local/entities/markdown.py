"""The MarkdownV2 parse mode: nested entities, every special character escaped or refused."""

from __future__ import annotations

from dataclasses import dataclass

from bot.local.entities.links import link_entity, special_entity
from bot.local.entities.model import Entity, ParseError, byte_offset, utf16_length

_RESERVED = frozenset("_*[]()~`>#+-=|{}.!\n")
_BLOCKS = frozenset({"Code", "Pre", "PreCode"})
_TYPES = {
    "Bold": "bold",
    "Italic": "italic",
    "Underline": "underline",
    "Strikethrough": "strikethrough",
    "Spoiler": "spoiler",
    "Code": "code",
    "Pre": "pre",
    "PreCode": "pre",
    "BlockQuote": "blockquote",
}
# The mark that closes each kind. Italic is special: `__` belongs to Underline.
_CLOSERS = {
    "Bold": "*",
    "Underline": "__",
    "Strikethrough": "~",
    "Spoiler": "||",
    "Code": "`",
    "Pre": "```",
    "PreCode": "```",
    "TextUrl": "]",
    "CustomEmoji": "]",
}


@dataclass(slots=True)
class _Open:
    kind: str
    offset: int
    index: int  # in the source, for the error message
    start: int  # among the pieces, for a link without a URL
    language: str = ""
    expandable: bool = False


def parse_markdown(source: str) -> tuple[str, list[Entity]]:
    """Text and entities of `source`; raises ParseError in Telegram's words."""
    reader = _Reader(source)
    while reader.position < len(source):
        reader.step()
    reader.finish()
    return "".join(reader.pieces), reader.entities


class _Reader:
    """Reads left to right; the position only grows."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0
        self.offset = 0
        self.pieces: list[str] = []
        self.entities: list[Entity] = []
        self.open: list[_Open] = []
        self.quoting = False

    def step(self) -> None:
        """Consume one character, escape, mark or line break."""
        char = self.source[self.position]
        top = self.open[-1].kind if self.open else ""
        following = self.source[self.position + 1 : self.position + 2]
        if char == "\\" and following and "\x01" <= following <= "\x7e":
            self._write(following)
            self.position += 2
        elif char not in ("`" if top in _BLOCKS else _RESERVED):
            self._write(char)
            self.position += 1
        elif char == "\n":
            self._line_break(top)
        elif self._closes(top):
            self._close()
        else:
            self._begin(char)

    def finish(self) -> None:
        """Close a block quotation at the end; complain about anything else that is open."""
        if self.open and self.open[-1].kind == "BlockQuote":
            self._close_quote()
        if self.open:
            raise self._unclosed()

    def _unclosed(self) -> ParseError:
        last = self.open[-1]
        where = byte_offset(self.source, last.index)
        return ParseError(f"Can't find end of {last.kind} entity at byte offset {where}")

    def _at(self, mark: str) -> bool:
        return self.source.startswith(mark, self.position)

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.offset += utf16_length(text)

    def _line_break(self, top: str) -> None:
        more_quote = self.source.startswith(">", self.position + 1)
        if self.quoting and not more_quote:
            if top != "BlockQuote":
                raise self._unclosed()
            self._close_quote()
        self._write("\n")
        self.position += 1
        if more_quote:
            self.position += 1
            if not self.quoting:
                self._open_quote(self.position - 1)

    def _open_quote(self, index: int) -> None:
        self.quoting = True
        self.open.append(_Open("BlockQuote", self.offset, index, len(self.pieces)))

    def _close_quote(self) -> None:
        quote = self.open.pop()
        self.quoting = False
        if self.offset > quote.offset:
            kind = "expandable_blockquote" if quote.expandable else "blockquote"
            self.entities.append(Entity(kind, quote.offset, self.offset - quote.offset))

    def _closes(self, top: str) -> bool:
        if top == "BlockQuote":
            # `||` at the end of the last line marks the quotation as expandable.
            after = self.source[self.position + 2 : self.position + 4]
            return self._at("||") and (after[:1] in {"", "\n"}) and after[1:2] != ">"
        if top == "Italic":
            return self._at("_") and not self._at("__")
        return top in _CLOSERS and self._at(_CLOSERS[top])

    def _close(self) -> None:
        if self.open[-1].kind == "BlockQuote":
            self.open[-1].expandable = True
            self.position += 2
            return
        closed = self.open.pop()
        self.position += len(_CLOSERS.get(closed.kind, "_"))
        length = self.offset - closed.offset
        if closed.kind in {"TextUrl", "CustomEmoji"}:
            self._close_link(closed, length)
        elif length:
            extra = {"language": closed.language} if closed.language else {}
            self.entities.append(Entity(_TYPES[closed.kind], closed.offset, length, extra))

    def _close_link(self, closed: _Open, length: int) -> None:
        has_url = self._at("(")
        if closed.kind == "CustomEmoji":
            if not has_url:
                raise ParseError("Custom emoji entity must contain a tg://emoji URL")
            self.entities.append(
                special_entity(self._url("custom emoji URL"), closed.offset, length)
            )
            return
        url = self._url("URL") if has_url else "".join(self.pieces[closed.start :])
        link = link_entity(url, closed.offset, length) if length else None
        self.entities.extend([link] if link else [])

    def _url(self, what: str) -> str:
        self.position += 1
        begin, url = self.position, ""
        while self.position < len(self.source) and not self._at(")"):
            if self._at("\\") and self.position + 1 < len(self.source):
                self.position += 1
            url += self.source[self.position]
            self.position += 1
        if not self._at(")"):
            where = byte_offset(self.source, begin)
            raise ParseError(f"Can't find end of a {what} at byte offset {where}")
        self.position += 1
        return url

    def _begin(self, char: str) -> None:
        if self._begins_quote():
            return
        begin = self.position
        kind, width = self._opener()
        if not kind:
            raise ParseError(
                f"Character '{char}' is reserved and must be escaped with the preceding '\\'"
            )
        self.position += width
        language = self._code_language() if kind == "Pre" else ""
        kind = "PreCode" if language else kind
        self.open.append(_Open(kind, self.offset, begin, len(self.pieces), language))

    def _begins_quote(self) -> bool:
        line_start = self.position == 0 or self.source[self.position - 1] == "\n"
        mark = "**>" if self._at("**>") else ">"
        if not (line_start and not self.quoting and self._at(mark)):
            return False
        if mark == ">" and self.position:
            return False
        self._open_quote(self.position)
        self.position += len(mark)
        return True

    def _opener(self) -> tuple[str, int]:
        """The kind that begins here and the width of its mark; empty when none does."""
        marks = (
            ("__", "Underline"),
            ("_", "Italic"),
            ("*", "Bold"),
            ("~", "Strikethrough"),
            ("||", "Spoiler"),
            ("![", "CustomEmoji"),
            ("[", "TextUrl"),
            ("```", "Pre"),
            ("`", "Code"),
        )
        for mark, kind in marks:
            if self._at(mark):
                return kind, len(mark)
        return "", 0

    def _code_language(self) -> str:
        end = self.position
        while end < len(self.source) and not self.source[end].isspace() and self.source[end] != "`":
            end += 1
        language = ""
        if end < len(self.source) and self.source[end] != "`":
            language = self.source[self.position : end]
            self.position = end
        if self._at("\r\n"):
            self.position += 2
        elif self._at("\n") or self._at("\r"):
            self.position += 1
        return language
