import { expect, it } from 'vitest';
import { isBsn, looksPersonal } from './personal';

it('knows a BSN by the eleven test, with the marks people write in it', () => {
  expect(looksPersonal('BSN 111222333')).toEqual(['bsn']);
  expect(looksPersonal('zijn nummer is 1112.22.333.')).toEqual(['bsn']);
  expect(looksPersonal('partij 111222334')).toEqual([]);
  expect(isBsn('000000000')).toBe(false);
});

it.each(['06-12345678', '06 12 34 56 78', '+31 6 12345678', '0031612345678', '(0174) 123456 en 070-1234567'])(
  'knows a telephone number: %s',
  (text) => {
    expect(looksPersonal(text)).toContain('phone');
  },
);

it.each([
  'XB-104-O',
  'xb-104-o op de dam',
  'busje GV-123-B',
  '12TBC3',
  '57XTF2',
  '12-34-AB',
  'B57 is GV123B',
])('knows a plate: %s', (text) => {
  expect(looksPersonal(text)).toEqual(['plate']);
});

it.each([
  'Pallet met dozen staat voor deur 3, gaat 20 cm open',
  'Awb 5:15, art. 7.3 en BRA-01',
  'BRA-01-A en GEN-12',
  '14 werkenden om 10:47 op 25-11-2026',
  'KvK 68750110',
  '2.500 m2 glas, 12 rijen van 100 m',
])('leaves ordinary words alone: %s', (text) => {
  expect(looksPersonal(text)).toEqual([]);
});
