import { describe, expect, it } from 'vitest';
import { fromDecimal, toDecimal } from './decimal';
import { fromLocal, shift, toLocal } from './moment';
import { bare, shown } from './plate';
import { toBag, toKvk, typedOf } from './registry';

describe('a typed number', () => {
  it.each([
    ['12,50', '12.5'],
    ['12.00', '12'],
    ['007', '7'],
    ['-0', '0'],
    [' 1 250 ', '1250'],
    ['12,', '12'],
    ['twaalf', 'twaalf'],
    ['1,2,3', '1.2,3'],
  ])('%s becomes %s', (typed, value) => {
    expect(toDecimal(typed)).toBe(value);
  });
  it('is shown with the comma of the language', () => {
    expect(fromDecimal('14.71', 'nl')).toBe('14,71');
    expect(fromDecimal('14.71', 'en')).toBe('14.71');
  });
});

describe('a plate', () => {
  it('is recorded as letters and digits alone', () => {
    expect(bare('bx-104-d')).toBe('BX104D');
    expect(bare('1234567890123')).toHaveLength(12);
  });
  it.each([
    ['BX104D', 'BX-104-D'],
    ['6TJR64', '6-TJR-64'],
    ['12ABCD', '12-AB-CD'],
    ['AB12CD', 'AB-12-CD'],
    ['1ABC23', '1-ABC-23'],
    ['ABC12D', 'ABC-12-D'],
    ['1234AB', '12-34-AB'],
  ])('%s is shown as %s', (plate, words) => {
    expect(shown(plate, 'NL')).toBe(words);
  });
  it('of another country is shown as it is', () => {
    expect(shown('WGM12345', 'PL')).toBe('WGM12345');
    expect(shown('BX104D', 'PL')).toBe('BX104D');
  });
});

describe('a reference to a register', () => {
  it('is a number of the right form, else text to look up later', () => {
    expect(toBag('0363 0100 1214 3319')).toEqual({ id: '0363010012143319' });
    expect(toBag('Zwethlaan 41')).toEqual({ text: 'Zwethlaan 41' });
    expect(toKvk('69599068')).toEqual({ number: '69599068', branch: null });
    expect(toKvk('69599068', '0000 1234 5678')).toEqual({ number: '69599068', branch: '000012345678' });
    expect(toKvk('Bloemen BV')).toEqual({ text: 'Bloemen BV' });
    expect(toKvk('  ')).toBeNull();
  });
  it('comes back as it was typed', () => {
    expect(typedOf({ number: '69599068', branch: '000012345678' })).toEqual({
      first: '69599068',
      second: '000012345678',
    });
    expect(typedOf({ text: 'Bloemen BV' })).toEqual({ first: 'Bloemen BV', second: '' });
    expect(typedOf(null)).toEqual({ first: '', second: '' });
  });
});

describe('a moment', () => {
  it('is shown on the clock of the Netherlands, in winter and in summer', () => {
    expect(toLocal('2026-11-25T10:00:00.000Z')).toBe('2026-11-25T11:00');
    expect(toLocal('2026-07-01T10:00:00.000Z')).toBe('2026-07-01T12:00');
  });
  it.each(['2026-11-25T10:34:00.000Z', '2026-07-01T10:34:00.000Z', '2026-10-25T02:30:00.000Z'])(
    '%s comes back as it was',
    (instant) => {
      expect(fromLocal(toLocal(instant))).toBe(instant);
    },
  );
  it('that is none gives nothing', () => {
    expect(fromLocal('')).toBeNull();
  });
  it('moves by minutes', () => {
    expect(shift('2026-11-25T10:58:00.000Z', 5)).toBe('2026-11-25T11:03:00.000Z');
  });
});
