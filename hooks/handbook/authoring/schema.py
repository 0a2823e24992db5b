"""JSON Schemas of what authors write, for editors: front matter, and the bibliography.

They say what the rules say of keys, types and choices; what hangs together is left to the rules.
Draft 7 is what the YAML language server reads best:
https://github.com/redhat-developer/yaml-language-server
"""

import json
from pathlib import Path
from typing import Any

from handbook.configuration.settings import Settings
from handbook.overviews.evidence import STRENGTHS
from handbook.pages.due import REVIEW_IN
from handbook.references import csl
from handbook.references.bibliography import FIELDS
from handbook.rules.front_matter import BASE, CHECKLIST, DESCRIPTION, KEYS, MODES, needed
from handbook.rules.references import LISTS, NEEDED, PARTS

DRAFT = "http://json-schema.org/draft-07/schema#"
FOLDER = "schemas"
Schema = dict[str, Any]
TEXT: Schema = {"type": "string", "minLength": 1}
TEXTS: Schema = {"type": "array", "items": TEXT}
FLAG: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "format": "date"}
# Years, months, days, and ranges of them.
DATE: Schema = {"type": "string", "pattern": r"^\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?$"}


def files(settings: Settings) -> dict[str, str]:
    """Return path from the handbook's folder -> text of each schema."""
    schemas = {"front-matter": front_matter(settings), "references": references()}
    return {
        f"{FOLDER}/{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas.items()
    }


def write(settings: Settings) -> list[str]:
    """Write the schemas that differ from those in the handbook's folder; return their paths."""
    changed = []
    for name, text in files(settings).items():
        path = Path(settings.root, name)
        if not path.exists() or path.read_text("utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
            changed.append(name)
    return changed


def front_matter(settings: Settings) -> Schema:
    """Return the schema of a page's front matter, whose kind says what it needs."""
    levels: Schema = {"type": "array", "items": {"enum": list(settings.levels)}}
    known: dict[str, Schema] = {
        "description": {**TEXT, "maxLength": DESCRIPTION},
        "kind": {"enum": list(settings.kinds)},
        "level": levels,
        "prerequisites": TEXTS,
        "reviewed": DAY,
        "review_in": {"type": "string", "pattern": _pattern(REVIEW_IN.pattern)},
        "first_for": levels,
        "checklist": _object(
            {key: {"enum": list(MODES)} if key == "mode" else TEXT for key in CHECKLIST}, CHECKLIST
        ),
        "hide": TEXTS,
        "search": {"type": "object"},
        "tags": TEXTS,
    }
    wanted = {name: needed(kind, settings.matrix) for name, kind in settings.kinds.items()}
    properties = {key: known.get(key, TEXT) for key in KEYS}
    # What only some kinds need are the pages of related kinds.
    for keys in wanted.values():
        properties |= {key: TEXTS for key in keys if key not in KEYS}
    matter = _object(properties, BASE)
    kinds = [_if("kind", name, {"required": list(keys)}) for name, keys in wanted.items()]
    return {"$schema": DRAFT, "title": "Front matter", **matter, "allOf": kinds}


def references() -> Schema:
    """Return the schema of the bibliography, whose entries' types say what they need."""
    person = _object(dict.fromkeys(PARTS, TEXT), ())
    known: dict[str, Schema] = {
        "type": {"enum": sorted(NEEDED)},
        **{name: {"$ref": "#/definitions/people"} for name in csl.NAMES},
        **dict.fromkeys(csl.DATES, DATE),
        **dict.fromkeys(LISTS - set(csl.NAMES), TEXTS),
        "supports_seen": FLAG,
        "author_complete": FLAG,
        "strength": {"enum": list(STRENGTHS)},
        "silence": {"type": "object", "additionalProperties": TEXT},
    }
    entry = _object({name: known.get(name, TEXT) for name in FIELDS}, ("id", "type", "title"))
    types = [_if("type", name, _any(NEEDED[name])) for name in sorted(NEEDED)]
    items = {**entry, "allOf": types}
    definitions = {"people": {"type": "array", "items": person}}
    bibliography = {"title": "Bibliography", "type": "array", "items": items}
    return {"$schema": DRAFT, **bibliography, "definitions": definitions}


def _object(properties: dict[str, Schema], required: tuple[str, ...]) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _if(name: str, value: str, then: Schema) -> Schema:
    return {"if": {"properties": {name: {"const": value}}, "required": [name]}, "then": then}


def _any(names: tuple[str, ...]) -> Schema:
    """Return what asks for each name; "a|b" asks for one of two."""
    wanted = [[{"required": [one]} for one in name.split("|")] for name in names]
    return {"allOf": [some[0] if len(some) == 1 else {"anyOf": some} for some in wanted]}


def _pattern(pattern: str) -> str:
    """Return a whole match in the syntax of ECMA 262, which writes no 'P' before a group's name."""
    return f"^{pattern.replace('(?P<', '(?<')}$"
