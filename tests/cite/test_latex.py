"""LaTeX as plain text."""

import pytest

from handbook.cite.latex import LatexError, plain


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("no LaTeX, 'quoted' and (bracketed)", "no LaTeX, 'quoted' and (bracketed)"),
        ("over\n  two\tlines", "over two lines"),
        (r"M{\"u}ller, M\"uller, {M\"{u}ller}", "Müller, Müller, Müller"),
        (r"{\O}rsted, Erd{\H o}s, \v{C}ech, na{\"\i}ve", "Ørsted, Erdős, Čech, naïve"),
        ("{BERT}: {P}re-training", "BERT: Pre-training"),
        ("a~b -- c---d ``e''", "a b – c—d “e”"),
        (r"R\&D, 5\%, C\#, \$6, a\_b, \{c\}", "R&D, 5%, C#, $6, a_b, {c}"),
        ("R&D, 5% and more", "R&D, 5% and more"),
        ("$6 and more", "$6 and more"),
        (r"\$5 and $6", "$5 and $6"),
        (r"$\lambda$ and $O(n \log n)$", "λ and O(n log n)"),
        (r"\emph{a} \textbf{b} {\em c} {\it d} \texttt{e} \mbox{f}", "a b c d e f"),
        (r"\LaTeX{} \textless{}a\textgreater{} \textsuperscript{2}", "LaTeX <a> 2"),
        (r"\url{https://a.b/c_d}", "https://a.b/c_d"),
        (r"hy\-phen", "hyphen"),
        ("ends with \\", "ends with"),
        ("a `quoted' word, `both `in' one'", "a 'quoted' word, 'both 'in' one'"),
        ("王小明 и Łukasz", "王小明 и Łukasz"),
    ],
)
def test_plain(latex: str, text: str) -> None:
    """Accents, signs and quotes become the signs that a reader sees; formatting goes."""
    assert plain(latex) == text


@pytest.mark.parametrize("latex", [r"\weird", r"a \weird{b} c", r"\& \weird", r"\begin{a}b\end{a}"])
def test_unknown_command(latex: str) -> None:
    """A command that nobody knows is not dropped without a word."""
    name = r"\begin" if "begin" in latex else r"\weird"
    message = f"'{name}' is no command of LaTeX that is known here. "
    with pytest.raises(LatexError) as error:
        plain(latex)
    assert str(error.value) == f"{message}Write the sign that it stands for."


@pytest.mark.parametrize("latex", ["{" * 3000 + "}" * 3000, r"\href{a}{b}"])
def test_unreadable(latex: str) -> None:
    """LaTeX that pylatexenc stumbles over is told in words."""
    with pytest.raises(LatexError, match=r"^This LaTeX can't be read\. Write plain text\.$"):
        plain(latex)
