"""Painting the same drawings: with Pillow as the bot does, as SVG with resvg, with matplotlib.

python -m benchmarks.pictures [ROUNDS]
"""

from __future__ import annotations

import io
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree as ET

from benchmarks.measure import DATA, NEEDS, alone, rss, table, timed
from bot.answers.engine import Engine
from bot.console.drawing import SAMPLES
from bot.language.dialogue import Dialogue
from bot.pictures.drawing import Box, Disc, Drawing, Words
from bot.pictures.letters import FONTS
from bot.pictures.paint import painted
from bot.pictures.picture import Sketch, sketch

ROUNDS = 5
Painter = Callable[[Drawing], bytes]


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds of processor time, bytes, and how long another thread had to wait at most."""

    times: tuple[float, ...]
    sizes: tuple[int, ...]
    stall: float
    memory: float


def as_svg(drawing: Drawing) -> str:
    """A drawing as SVG, mark by mark."""
    size = {"width": f"{drawing.width}", "height": f"{drawing.height}"}
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size})
    ET.SubElement(root, "rect", {**size, "fill": drawing.ground})
    for mark in drawing.marks:
        if isinstance(mark, Box):
            numbers = {"x": mark.x, "y": mark.y, "width": mark.width, "height": mark.height}
            attributes = {name: f"{number}" for name, number in numbers.items()}
            ET.SubElement(root, "rect", {**attributes, "rx": f"{mark.radius}", "fill": mark.fill})
        elif isinstance(mark, Disc):
            numbers = {"cx": mark.x, "cy": mark.y, "r": mark.radius}
            attributes = {name: f"{number}" for name, number in numbers.items()}
            ET.SubElement(root, "circle", {**attributes, "fill": mark.fill})
        else:
            _text(root, mark)
    return ET.tostring(root, encoding="unicode")


def _text(root: ET.Element, words: Words) -> None:
    look = {
        "x": f"{words.x}",
        "y": f"{words.y}",
        "font-family": "Inter",
        "font-size": f"{words.type.size}",
        "font-weight": "700" if words.type.bold else "400",
        "text-anchor": words.anchor,
        "fill": words.type.fill,
    }
    ET.SubElement(root, "text", look).text = words.text


def with_resvg(drawing: Drawing) -> bytes:
    """By way of SVG; the file comes as the library makes it, without a palette."""
    import resvg_py

    fonts = [str(file) for file in sorted(FONTS.glob("*.ttf"))]
    return bytes(
        resvg_py.svg_to_bytes(svg_string=as_svg(drawing), skip_system_fonts=True, font_files=fonts)
    )


def with_matplotlib(drawing: Drawing) -> bytes:
    """With patches and texts on a figure without axes."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from matplotlib.patches import Circle, Rectangle

    dots = 100
    size = (drawing.width / dots, drawing.height / dots)
    figure = Figure(size, dots, facecolor=drawing.ground)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, drawing.width), ylim=(drawing.height, 0))
    axes.set_axis_off()
    sides = {"start": "left", "middle": "center", "end": "right"}
    for mark in drawing.marks:
        if isinstance(mark, Box):
            place = (mark.x, mark.y)
            axes.add_patch(Rectangle(place, mark.width, mark.height, color=mark.fill, lw=0))
        elif isinstance(mark, Disc):
            axes.add_patch(Circle((mark.x, mark.y), mark.radius, color=mark.fill, lw=0))
        else:
            file = FONTS / ("Inter-Bold.ttf" if mark.type.bold else "Inter-Regular.ttf")
            letters = FontProperties(fname=str(file), size=mark.type.size * 72 / dots)
            axes.text(
                mark.x,
                mark.y,
                mark.text.replace("$", r"\$"),
                color=mark.type.fill,
                fontproperties=letters,
                ha=sides[mark.anchor],
            )
    file_like = io.BytesIO()
    figure.savefig(file_like, format="png")
    return file_like.getvalue()


PAINTERS: Mapping[str, Painter] = {
    "Altyn (Pillow)": painted,
    "SVG (resvg-py)": with_resvg,
    "matplotlib": with_matplotlib,
}


def sketches(cache: str) -> tuple[list[Sketch], list[float]]:
    """The samples of docs/pictures, and how long each took to think out."""
    engine = Engine.load(DATA, Path(cache))
    found: list[Sketch] = []
    times: list[float] = []
    for language, text in (*SAMPLES.values(), *SAMPLES.values()):  # first to fill the indexes
        reply = engine.message(text, Dialogue(chosen=language), hint=language, now=0.0).reply
        if reply.picture:
            thought, took = timed(sketch, reply.picture, engine.speakers[language])
            found.append(thought)
            times.append(took)
    half = len(SAMPLES)
    found, times = found[half:], times[half:]
    return found, times


def measure(name: str, drawings: list[Drawing], rounds: int) -> Measured:
    """Paint everything several times; in the last round a second thread counts its waiting."""
    before = rss()
    paint = PAINTERS[name]
    files = [paint(drawing) for drawing in drawings]
    times = [timed(paint, drawing)[1] for _ in range(rounds) for drawing in drawings]
    stall = max(_stall(paint, drawing) for drawing in drawings)
    return Measured(tuple(times), tuple(map(len, files)), stall, rss() - before)


def _stall(paint: Painter, drawing: Drawing) -> float:
    """The longest that this thread had to wait while another painted, in milliseconds."""
    thread = threading.Thread(target=paint, args=(drawing,))
    thread.start()
    longest, last = 0.0, time.perf_counter()
    while thread.is_alive():
        time.sleep(0.0005)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return 1000 * longest


def main() -> None:
    """Measure each painter in a process of its own and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        thoughts, thinking = sketches(folder)
    drawings = [one.drawing for one in thoughts]
    rows = []
    for name in PAINTERS:
        if all(find_spec(module) for text, module in NEEDS.items() if text in name):
            found: Measured = alone(measure, name, drawings, rounds)
            rows.append(
                (
                    name,
                    f"{statistics.median(found.times):.0f}",
                    f"{max(found.times):.0f}",
                    f"{found.stall:.0f}",
                    f"{statistics.median(found.sizes) / 1024:.0f}",
                    f"{max(found.sizes) / 1024:.0f}",
                    f"{found.memory:.0f} MiB",
                )
            )
    print(f"Thought out in {statistics.median(thinking):.0f} ms, at most {max(thinking):.0f} ms.\n")
    heads = ("by", "median ms", "most ms", "others wait ms", "median kB", "most kB", "memory")
    print(table(heads, rows))


if __name__ == "__main__":
    main()
