import { beforeAll, describe, expect, it } from 'vitest';
import type { inbox } from '$core';
import { setLanguage } from '$app/i18n';
import { answerWord, recordedFacts } from './recorded';

const value = (fields: object) => ({
  id: 'abcdefGHIJKLmnopqrstUVWXYZ0123456789_-abcde',
  at: '2026-11-24T10:02:31.000Z',
  author: { person: { name: 'N. Amrani' } },
  fields,
});
const entity = (fields: object, more: object) => ({
  ...more,
  conflict: false,
  registers: { '': { values: [value(fields)] } },
});

const task = {
  finding: { question: 'BRA-01', legalBasis: 'Bbl afd. 6.2', confidence: 'low' },
  controlAction: { title: 'Controle Westland' },
  record: {
    finding: entity({ text: null, place: { lon: '4.2', lat: '52', accuracy: '8' } }, {}),
    answers: [entity({ remark: 'Deur gaat 20 cm open.' }, { value: 'no' })],
    evidence: [],
  },
} as unknown as inbox.FollowUp;

describe('what was recorded', () => {
  beforeAll(() => {
    setLanguage('nl');
  });

  it('is told in pairs, in the order of question, answer, who saw it, on what ground', () => {
    expect(
      recordedFacts(task, 'Zijn alle uitgangen te openen?').map(({ term, value: said }) => [term, said]),
    ).toEqual([
      ['Vraag', 'Zijn alle uitgangen te openen?'],
      ['Antwoord', 'Nee'],
      ['Opmerking', 'Deur gaat 20 cm open.'],
      ['Gezien', '24 nov, 11:02, N. Amrani, gps 8 m'],
      ['Grondslag', 'Bbl afd. 6.2'],
      ['Zekerheid', 'laag, niet in een brief'],
      ['Actie', 'Controle Westland'],
      ['Vastlegging', 'abcdef…bcde'],
    ]);
  });

  it('of a referral nothing is told but its action', () => {
    const referral = { ...task, finding: null, record: null } as inbox.FollowUp;
    expect(recordedFacts(referral, null).map(({ term }) => term)).toEqual(['Actie']);
  });

  it.each([
    ['yes', 'Ja'],
    ['na', 'N.v.t.'],
    [14, '14'],
    [['door', 'roof'], 'door, roof'],
    [{ plate: 'GX123B', country: 'NL' }, 'GX123B, NL'],
    [null, '–'],
  ])('an answer %j reads %s', (given, said) => {
    expect(answerWord(given)).toBe(said);
  });
});
