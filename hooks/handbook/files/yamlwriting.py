"""Text as YAML that every reader takes for the same text, whatever version of YAML it knows."""

import re

import yaml

from handbook.files.yamltext import Mapping, Text, Value

# What can't begin a plain scalar: an indicator, or '-', '?' and ':' before a space.
START = re.compile(r"[\s,\[\]{}#&*!|>'\"%@`]|[-?:](?:\s|$)|---|\.\.\.")
# What ends one: a comment, or the colon after a key.
END = re.compile(r"\s#|:(?:\s|$)|\s$")
END_IN_FLOW = re.compile(r"[,\[\]{}?:]")
# Numbers of YAML 1.2, https://yaml.org/spec/1.2.2/#1032-tag-resolution; PyYAML knows those of 1.1.
NUMBER = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+")
ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def scalar(text: str, *, in_flow: bool = False, quote: str = "'") -> str:
    """Return text as one line: plain where that is safe, else in quotes, and escaped at need.

    `quote` is put around text that would be read as a number, a date or a boolean.
    """
    if not text.isprintable():
        return '"' + "".join(map(_escaped, text)) + '"'
    if not text or START.match(text) or END.search(text) or (in_flow and END_IN_FLOW.search(text)):
        return "'" + text.replace("'", "''") + "'"
    return f"{quote}{text}{quote}" if _is_typed(text) else text


def flow(value: Value) -> str:
    """Return a value in one line."""
    if isinstance(value, Text):
        return scalar(value, in_flow=True)
    if isinstance(value, Mapping):
        pairs = [f"{scalar(key, in_flow=True)}: {flow(child)}" for key, child in value.items()]
        return f"{{{', '.join(pairs)}}}"
    return f"[{', '.join(map(flow, value))}]"


def _is_typed(text: str) -> bool:
    """Tell text that YAML would take for something else when it is plain."""
    for _, pattern in yaml.SafeLoader.yaml_implicit_resolvers.get(text[0], ()):
        if pattern.match(text):
            return True
    return NUMBER.fullmatch(text) is not None


def _escaped(char: str) -> str:
    if char in ESCAPED:
        return ESCAPED[char]
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
