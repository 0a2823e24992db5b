// The cosine of a query with each note, by TF-IDF weights: examples/tf_idf.py.
import { fixed, sum } from "./numerals.js";

const split = (text) => text.trim().split(/\s+/);
const norm = (vector) => Math.sqrt(sum([...vector.values()].map((value) => value ** 2)));
const list = (found) => found.join(" and ");

const IDF = {
  log2: (all, found) => Math.log2(all / found),
  smoothed: (all, found) => Math.log((1 + all) / (1 + found)) + 1,
};

export function show({ query, idf, ...texts }, { colours }) {
  const notes = Object.entries(texts).map(([name, text]) => [name, split(text)]);
  const frequency = (term) => notes.filter(([, note]) => note.includes(term)).length;
  const rarity = (term) => frequency(term) && IDF[idf](notes.length, frequency(term));
  const weights = (found) =>
    new Map(found.map((term) => [term, found.filter((one) => one === term).length * rarity(term)]));

  const asked = weights(split(query));
  const ranked = notes.map(([name, note]) => {
    const vector = weights(note);
    const scale = norm(asked) * norm(vector);
    const products = [...asked].map(([term, value]) => [term, value * (vector.get(term) ?? 0)]);
    const score = scale ? sum(products.map(([, product]) => product)) / scale : 0;
    const shares = products.map(([term, product]) => [term, scale ? product / scale : 0]);
    return { name, shares, score: fixed(score, 4) };
  });
  ranked.sort((one, other) => other.score - one.score);

  const shown = { says: said(ranked, [...asked.keys()], frequency, rarity) };
  ranked.forEach(({ name, shares, score }, place) => {
    const added = shares.filter(([, share]) => share);
    const terms = added.map(([term, share]) => `${term} ${fixed(share, 4)}`).join(" + ");
    shown[`row-${place}`] = `${name}: ${score}${terms && ` = ${terms}`}`;
    for (let colour = 0; colour < colours; colour += 1) {
      shown[`bar-${place}-${colour}`] = bars(shares, (at) => at % colours === colour);
    }
  });
  return shown;
}

/** Return the path of the parts of a bar that are chosen by their number. */
function bars(shares, chosen) {
  let start = 0;
  const path = shares.map(([, share], at) => {
    start += share;
    return chosen(at) && share ? `M${start - share} 0h${share}v1h${-share}z` : "";
  });
  return path.join("");
}

function said(ranked, terms, frequency, rarity) {
  const best = ranked[0].score;
  const leaders = ranked.filter(({ score }) => score === best).map(({ name }) => name);
  const unknown = terms.filter((term) => !frequency(term));
  const idle = terms.filter((term) => frequency(term) && !rarity(term));
  return [
    Number(best)
      ? `${list(leaders)} ${leaders.length > 1 ? "lead" : "leads"} with ${best}.`
      : "Every score is 0.",
    ...unknown.map((term) => `No note has “${term}”.`),
    ...idle.map((term) => `Every note has “${term}”, so it counts for nothing.`),
  ].join(" ");
}
