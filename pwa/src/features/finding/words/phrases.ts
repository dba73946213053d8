/**
 * Quick phrases: factual words that were used most for this kind of finding on this device, filled up with fixed ones.
 * What is remembered is counted text of the writer's own agency; it never leaves the device.
 */
export interface Use {
  /** Rule or kind the phrase was used with. */
  about: string;
  phrase: string;
  times: number;
}

export const SHOWN = 3;
const KEPT = 60;
/** Longer than this it is a description, not a phrase. */
const LONGEST = 48;

/** The phrases to offer: most used first, then the given ones, none of them already in the text. */
export function offered(uses: Use[], about: string, fixed: string[], text: string): string[] {
  const own = uses
    .filter((use) => use.about === about && use.times > 1)
    .sort((a, b) => b.times - a.times)
    .map((use) => use.phrase);
  return [...new Set([...own, ...fixed])].filter((phrase) => !has(text, phrase)).slice(0, SHOWN);
}

/** The text with the phrase at its end, joined as one writes it. */
export function withPhrase(text: string, phrase: string): string {
  const before = text.trimEnd();
  if (!before) return phrase.charAt(0).toUpperCase() + phrase.slice(1);
  return /[.!?]$/.test(before)
    ? `${before} ${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}`
    : `${before}, ${phrase}`;
}

/** What to remember after a finding was recorded with this text: its short parts between commas and full stops. */
export function learned(uses: Use[], about: string, text: string): Use[] {
  const next = uses.map((use) => ({ ...use }));
  for (const part of text.split(/[,.;\n]+/).map((piece) => piece.trim().toLowerCase())) {
    if (part.length < 4 || part.length > LONGEST || /\d{3}/.test(part)) continue;
    const known = next.find((use) => use.about === about && use.phrase === part);
    if (known) known.times += 1;
    else next.push({ about, phrase: part, times: 1 });
  }
  return next.sort((a, b) => b.times - a.times).slice(0, KEPT);
}

function has(text: string, phrase: string): boolean {
  return text.toLowerCase().includes(phrase.toLowerCase());
}
