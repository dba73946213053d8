import { describe, expect, it } from 'vitest';
import { dangers, type Checks } from './readiness';

const fit: Checks = {
  app: true,
  persisted: true,
  plan: true,
  checklists: { here: 6, of: 6 },
  clock: true,
  room: true,
};

describe('a device', () => {
  it('is fit when nothing can be lost', () => {
    expect(dangers(fit)).toEqual([]);
  });
  it.each([
    ['the browser may erase', { persisted: false }, 'persisted'],
    ['a list is missing', { checklists: { here: 5, of: 6 } }, 'checklists'],
    ['there is no room', { room: false }, 'room'],
    ['the app is not wholly here', { app: false }, 'app'],
    ['the clock is off', { clock: false }, 'clock'],
  ] as const)('is not, when %s', (_, change, danger) => {
    expect(dangers({ ...fit, ...change })).toEqual([danger]);
  });
  it('is not called unsafe while the browser has not answered', () => {
    expect(dangers({ ...fit, persisted: null })).toEqual([]);
  });
});
