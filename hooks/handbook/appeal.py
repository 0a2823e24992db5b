"""Wording that asks for a source though it holds no number: superlatives, unnamed authorities."""

import re

RANK = re.compile(
    r"""
    \b(?:the|world['’]s)\s(?:single\s|very\s)?
    (?:best|worst|biggest|greatest|fastest|cheapest|safest|leading|most\s(?!of\b|recent\b)[a-z]+)\b
    | \bnumber[\s-]one\b | \bstate[\s-]of[\s-]the[\s-]art\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
APPEAL = re.compile(
    r"""
    \b(?:stud(?:y|ies)|research(?:ers)?|experts?|scientists?|surveys?|evidence|literature)\s
    (?:(?:has|have|also|all|now|\w+ly)\s){0,2}
    (?:agrees?|confirm(?:s|ed)?|demonstrate[sd]?|find|finds|found|indicates?|prove[sdn]?|says?
      |show(?:s|n|ed)?|suggest(?:s|ed)?)\b
    | \bit\sis\s(?:well|widely|generally|commonly|universally)\s
      (?:accepted|agreed|established|known|recognised|understood)\b
    | \bevery(?:one|body)\s(?:agrees|knows)\b | \bscientifically\sproven\b
    | \baccording\sto\s(?:experts|research(?:ers)?|scientists|stud(?:y|ies))\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What either begins with, for whoever keeps the places of a text.
BEGINNING = (
    r"\b(?:the(?=\s(?:single|very|best|worst|biggest|greatest|fastest|cheapest|safest|leading|most)"
    r"\b)|world['’]s|number[\s-]one|state[\s-]of|stud(?:y|ies)|research(?:ers)?|experts?|scientists?"
    r"|surveys?|evidence|literature|it(?=\sis\s\w+\s\w+n\b)|everyone|everybody|scientifically"
    r"|according)\b"
)
