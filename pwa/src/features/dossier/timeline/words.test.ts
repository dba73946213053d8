import { describe, expect, it } from 'vitest';
import { finding, line } from '../cast';
import { timelineWords, type Known } from './words';

const known: Known = {
  contentOf: () => null,
  findings: [finding('f', { title: { nl: 'Nooduitgang op slot', en: 'Exit locked' } })],
  listTitle: (code) => `lijst ${code}`,
};
const say = (...item: Parameters<typeof line>) => timelineWords(line(...item), known);

describe('a line of the timeline', () => {
  it('says a decision by the title of its finding', () => {
    expect(say('finding.decide', { decision: 'confirm', rule: 'BRA-EXIT' }, 'f')).toBe(
      'Bevinding: Nooduitgang op slot',
    );
    expect(say('finding.decide', { decision: 'dismiss', rule: 'BRA-EXIT' }, 'f')).toBe(
      'Geen bevinding: Nooduitgang op slot',
    );
  });
  it('carries the reason a person gave', () => {
    expect(say('visit.state', { state: 'suspended', reason: 'agressie' })).toBe(
      'Controle onderbroken: agressie',
    );
    expect(say('visit.state', { state: 'arrived' })).toBe('Aangekomen');
  });
  it('has words for every kind there is', () => {
    const kinds = Object.keys(import.meta.glob('/../schemas/operations/*.schema.json')).map(
      (path) => path.split('/').at(-1)?.replace('.schema.json', '') ?? '',
    );
    expect(kinds.length).toBeGreaterThan(10);
    for (const kind of kinds) expect(say(kind, {})).not.toBe(kind);
  });
});
