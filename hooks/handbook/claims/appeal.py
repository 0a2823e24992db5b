"""Wording that asks for a source though it holds no number: superlatives, unnamed authorities."""

import re

from handbook.claims.wordstart import finder

# A superlative that says what something is, or which way or tool is best.
RANK = re.compile(
    r"""
    (?: \b(?:is|are|was|were|be|remains?)\s(?:(?:by\sfar|one\sof|still)\s)?
      | \b(?=the\s(?:\w+\s){1,3}(?:approach|choice|framework|library|method|option|practice|solution
            |tool|way)s?\b)
      | \b(?=number|state) )
    (?P<said>
        (?:the\s(?:world['’]s\s)?|world['’]s\s)(?:single\s|very\s)?
        (?:best|worst|biggest|greatest|fastest|cheapest|safest|easiest|strongest|leading
          |most\s(?!of\b|recent\b)[a-z]+)\b
      | number[\s-]one\b | state[\s-]of[\s-]the[\s-]art\b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
APPEAL = re.compile(
    r"""
    (?P<said>
        \b(?:studies|(?:an?|one)\s(?:\w+\s)?(?:study|survey)|research(?:ers)?|experts|scientists
          |statistics|surveys|evidence|literature)\s
        (?:(?:has|have|also|all|now|\w+ly)\s){0,2}
        (?:agrees?|confirm(?:s|ed)?|demonstrate[sd]?|find|finds|found|indicates?|prove[sdn]?|says?
          |show(?:s|n|ed)?|suggest(?:s|ed)?)\b
      | \b(?:studies|researchers|experts|scientists)\s(?:\w+ly\s)?(?:believe|report|think)\b
      | \bit(?:\sis|['’]s)\s(?:well|widely|generally|commonly|universally)\s
        (?:accepted|agreed|believed|established|known|recognised|understood)\b
      | \bit\shas\sbeen\s(?:demonstrated|proven|shown)\b
      | \bevery(?:one|body)\s(?:agrees|knows)\b | \bscientifically\sproven\b
      | \baccording\sto\s(?:(?:an?\s)?(?:\w+\s)?(?:study|survey)
          |(?:\w+\s)?(?:experts|research(?:ers)?|scientists|statistics|studies|surveys))\b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What either begins with.
WORDS = (
    r"the(?=\s(?:single|very|best|worst|biggest|greatest|fastest|cheapest|safest|easiest|strongest"
    r"|leading|most)\b)",
    *("world['’]s", r"number[\s-]one", r"state[\s-]of", "everyone", "everybody", "according"),
    *("studies", r"an?(?=\s(?:\w+\s)?(?:study|survey))", r"one(?=\s(?:\w+\s)?(?:study|survey))"),
    *("research(?:ers)?", "experts", "scientists", "statistics", "surveys", "evidence"),
    *("literature", "scientifically"),
    r"it(?=(?:\sis|['’]s)\s(?:well|widely|generally|commonly|universally)\b|\shas\sbeen\s)",
)
may_hold = finder(WORDS)
