import { describe, expect, it } from 'vitest';
import { brw, defne, dossier, gem, one } from '../cast';
import { choices, ownWord } from './visit';

describe('what the own agency may say of its presence', () => {
  it('begins with arriving, and nothing else', () => {
    expect(choices(null).map(({ say }) => say)).toEqual(['arrived']);
  });
  it('asks why it suspends, not why it leaves or finishes', () => {
    expect(
      choices('arrived')
        .filter(({ reason }) => reason === 'asked')
        .map(({ say }) => say),
    ).toEqual(['suspended']);
  });
  it('goes on after a suspension, and asks why a finished visit is opened again', () => {
    expect(choices('suspended').map(({ say }) => say)).toContain('arrived');
    expect(choices('closed')).toEqual([{ say: 'arrived', reason: 'asked' }]);
  });
  it("is its own word, whatever the colleagues' are", () => {
    const state = dossier().state;
    const others = {
      agency: gem,
      own: false,
      register: one({ state: 'closed' as const, reason: null }, defne),
    };
    const own = { agency: brw, own: true, register: one({ state: 'arrived' as const, reason: null }) };
    expect(ownWord(dossier({ state: { ...state, agencies: [others, own] } }))).toBe('arrived');
    expect(ownWord(dossier({ state: { ...state, agencies: [others] } }))).toBeNull();
  });
});
