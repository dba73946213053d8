import { beforeEach, describe, expect, it } from 'vitest';
import { before, jumpName, nextOpen } from './moves';
import { learn, minutesLeft } from './pace';

const order = ['A-1', 'A-2', 'A-3', 'B-1'];

describe('the next open question', () => {
  it('is the first one after the present, over all that is done', () => {
    expect(nextOpen(order, ['A-1', 'B-1'], 'A-1')).toBe('B-1');
  });
  it('is found from the beginning again', () => {
    expect(nextOpen(order, ['A-2'], 'B-1')).toBe('A-2');
  });
  it('is the present one when only that is open', () => {
    expect(nextOpen(order, ['A-2'], 'A-2')).toBe('A-2');
  });
  it('is none when all is answered', () => {
    expect(nextOpen(order, [], 'A-2')).toBeNull();
  });
});

describe('going back', () => {
  it('stops at the first question', () => {
    expect(before(order, 'A-2')).toBe('A-1');
    expect(before(order, 'A-1')).toBe('A-1');
  });
});

it('a jump is told by section and number', () => {
  expect(jumpName('B', 'BRA-04')).toBe('B 04');
});

describe('the honest minute', () => {
  beforeEach(() => localStorage.clear());
  it('begins with a guess and learns from this device', () => {
    expect(minutesLeft('BRW-BRAND', 12)).toBe(5);
    for (let i = 0; i < 30; i++) learn('BRW-BRAND', 5);
    expect(minutesLeft('BRW-BRAND', 12)).toBe(1);
    expect(minutesLeft('GEN-START', 12)).toBe(5);
  });
  it('does not take a pause for a pace', () => {
    for (let i = 0; i < 30; i++) learn('BRW-BRAND', 3600);
    expect(minutesLeft('BRW-BRAND', 12)).toBe(5);
  });
});
