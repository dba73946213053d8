import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Question } from '$core/checklists';
import { choose } from '../inputs/exclusive';
import { skippedWords } from '../rail/skipped';
import { badAnswers } from './bad';
import { CAUTION } from './caution';
import { shorten } from './words';

describe('"Geen" excludes the rest', () => {
  const question = {
    options: ['none', 'dogs', 'gas'].map((value) => ({ value, text: { nl: value, en: value } })),
    exclusive: 'none',
  };
  it('when it is tapped last', () => {
    expect(choose(question, ['dogs', 'gas'], ['none', 'dogs', 'gas'])).toEqual(['none']);
  });
  it('and gives way when something else is tapped', () => {
    expect(choose(question, ['none'], ['none', 'gas'])).toEqual(['gas']);
  });
  it('others stand beside each other in the order of the list', () => {
    expect(choose(question, ['gas'], ['gas', 'dogs'])).toEqual(['dogs', 'gas']);
  });
  it('what is tapped again goes', () => {
    expect(choose(question, ['dogs', 'gas'], ['gas'])).toEqual(['gas']);
  });
});

it('the colour follows the consequence: only answers that lead to a finding are bad', () => {
  const when = (op: 'in' | 'not in', values: string[]) => ({ when: { op, question: 'A-1', values } });
  const question = { code: 'A-1', findings: [when('in', ['no']), when('not in', ['yes'])] };
  expect(badAnswers(question as unknown as Question)).toEqual(['no']);
});

describe('skipped questions', () => {
  it('name the answers that closed them', () => {
    const skipped = new Map([
      ['BRA-07', ['BRA-06']],
      ['BRA-09', ['BRA-08']],
    ]);
    expect(skippedWords(skipped)).toBe('2 vragen overgeslagen: volgen uit BRA-06 en BRA-08');
  });
  it('are not told while they wait for an answer', () => {
    expect(skippedWords(new Map([['BRA-07', []]]))).toBeNull();
  });
});

it('a long answer is told shortly', () => {
  expect(shorten('Toezicht: betreden plaats', 14)).toBe('Toezicht: bet…');
});

describe('the caution', () => {
  // Read as text: the app has no YAML, and needs none.
  const phrases = readFileSync(resolve('../seeds/phrases.yaml'), 'utf8');
  const own = phrases.slice(phrases.indexOf('- code: caution')).split('\n- ')[0] ?? '';

  it.each(CAUTION)('in $lang is the phrase of the seeds', ({ lang, text, reviewed }) => {
    expect(own).toContain(`  ${lang}: ${text}`);
    expect(/^reviewed: {(.*)}$/m.exec(phrases)?.[1]).toContain(`${lang}: ${String(reviewed)}`);
  });
});
