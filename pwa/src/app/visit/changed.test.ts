import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { VisitDocument } from '$core';

const visit = (order: number) =>
  ({
    id: 'erf',
    order,
    slot: null,
    warning: null,
    site: { address: 'Erf 1' },
    entryOrder: ['BRW'],
  }) as unknown as VisitDocument;

await import('./changed.svelte');

/** The marks as after a start of the app. */
async function started() {
  vi.resetModules();
  return import('./changed.svelte');
}

describe('the mark of a changed plan', () => {
  beforeEach(() => localStorage.clear());

  it('writes down nothing of the plan that can be read', async () => {
    (await started()).noticeNew([{ visit: visit(1) }]);
    expect(JSON.stringify(Object.entries(localStorage))).toMatch(/erf/);
    expect(JSON.stringify(Object.entries(localStorage))).not.toMatch(/Erf 1|BRW/);
  });

  it('is not on a visit that comes into sight for the first time', async () => {
    const { isChanged, noticeNew } = await started();
    expect(isChanged({ visit: visit(1) })).toBe(false);
    noticeNew([{ visit: visit(1) }]);
    expect(isChanged({ visit: visit(1) })).toBe(false);
  });

  it('stays until the visit is opened, also over a start, and comes again with the next change', async () => {
    (await started()).noticeNew([{ visit: visit(1) }]);
    const { isChanged, markRead, noticeNew } = await started();
    noticeNew([{ visit: visit(2) }]);
    expect(isChanged({ visit: visit(2) })).toBe(true);
    markRead({ visit: visit(2) });
    expect(isChanged({ visit: visit(2) })).toBe(false);
    expect((await started()).isChanged({ visit: visit(2) })).toBe(false);
    expect(isChanged({ visit: visit(3) })).toBe(true);
  });

  it('is on no visit that was opened on the spot', async () => {
    const { isChanged, markRead, noticeNew } = await started();
    noticeNew([{ visit: null }]);
    markRead({ visit: null });
    expect(isChanged({ visit: null })).toBe(false);
  });
});
