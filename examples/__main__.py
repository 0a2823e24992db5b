"""`python -m examples` computes every worked example again and writes what the pages print."""

import json
import pkgutil
from importlib import import_module
from pathlib import Path

import examples

RESULTS = Path(__file__).parent / "results"
# These modules hold no example.
TOOLS = {"__main__", "explorer", "figure"}


def files() -> dict[str, str]:
    """Return file name -> text of all results: values as JSON, figures and explorers as HTML."""
    texts = {}
    for module in pkgutil.iter_modules(examples.__path__):
        if module.name in TOOLS:
            continue
        example = import_module(f"examples.{module.name}")
        values = json.dumps(example.results(), ensure_ascii=False, indent=2, sort_keys=True)
        texts[f"{module.name}.json"] = values + "\n"
        for kind in ("figures", "explorers"):
            for name, fragment in getattr(example, kind, dict)().items():
                texts[f"{module.name}.{name}.html"] = fragment.strip() + "\n"
    return texts


def main() -> None:
    """Write the results, and take away those that no example computes any more."""
    texts = files()
    RESULTS.mkdir(exist_ok=True)
    for path in RESULTS.iterdir():
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (RESULTS / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
