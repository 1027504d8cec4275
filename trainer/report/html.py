"""Self-contained HTML pages that print well.

Owns the page around a report: its style and the escaping. A page loads nothing, runs nothing and is told so in its head:
what people typed stays text, whoever opens it. Knows no debrief and no brief.
"""

from __future__ import annotations

from html import escape

from trainer.text.clean import clean, clean_line

_STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { font: 10.5pt/1.3 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; color: #000; background: #fff; }
body { max-width: 180mm; margin: 8mm auto; padding: 0 5mm; overflow-wrap: anywhere; }
h1 { font-size: 14pt; line-height: 1.2; margin: 0 0 1mm; }
h2 { font-size: 10.5pt; line-height: 1.3; margin: 2mm 0 0; padding-top: .6mm; border-top: .3mm solid #000; break-after: avoid; }
h3 { font-size: 10.5pt; line-height: 1.3; margin: 1.5mm 0 0; break-after: avoid; }
p, ul, ol, dl, blockquote, table, pre { margin: 0; }
ul, ol { padding-left: 4.5mm; }
li { break-inside: avoid; }
pre { font: inherit; white-space: pre-wrap; }
blockquote, pre { border-left: .8mm solid #000; padding-left: 3mm; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .5mm 3mm .5mm 0; border-bottom: .2mm solid #999; }
tr { break-inside: avoid; }
.muted { color: #444; }
@page { margin: 14mm 15mm; }
@media print { body { max-width: none; margin: 0; padding: 0; } }
""".strip()
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(title: str, body: str, style: str = "") -> str:
    """A whole document, ending in a newline.

    `title` is plain text, `body` is HTML already made of `text` and `element`, `style` is CSS that adds to the common one.
    """
    styles = f"{_STYLE}\n{style.strip()}" if style else _STYLE
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(title)}</title>\n<style>\n{styles}\n</style>\n</head>\n<body>\n{body.strip()}\n</body>\n</html>\n"
    )


def text(content: str) -> str:
    """Plain text on one line, escaped for anywhere in a page, attributes included."""
    return escape(clean_line(content))


def lines(content: str) -> str:
    """The same with its line breaks kept, for a `pre`."""
    return escape(clean(content).strip())


def element(tag: str, *content: str, css: str = "") -> str:
    """An element around HTML already made, with `css` as its class; it takes the direction of what it holds.

    Only `text`, `lines` and `element` belong into `content`.
    """
    chosen = f' class="{escape(css)}"' if css else ""
    return f'<{tag}{chosen} dir="auto">{"".join(content)}</{tag}>'
