import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('$core/runtime', () => import('$core/testing/page'));
const { afresh, dossier, fill, kept, killBefore } = await import('$core/testing/page');
const { freezeRested } = await import('$core/recording/index');
const { Recording } = await import('./recording.svelte');
const { Roll } = await import('../capture/roll.svelte');

/** A finding without a question, typed and kept. */
async function typed() {
  const at = () => dossier;
  const recording = new Recording(
    at,
    () => null,
    () => null,
    new Roll(at),
    new URLSearchParams('what=violation'),
  );
  await recording.restore(null);
  recording.change({ title: 'Nooduitgang geblokkeerd', text: 'pallets voor de deur' });
  await vi.waitFor(async () => expect((await kept()).drafts).toHaveLength(1));
  return recording;
}

describe('a finding', () => {
  beforeEach(afresh);

  it('that was recorded is nothing unfinished any more', async () => {
    const recording = await typed();
    expect(await recording.store(null)).toBe(true);
    expect(await kept()).toMatchObject({ drafts: [], own: [{ state: 'frozen' }] });
  });

  it('that was recorded is neither kept nor recorded again while its screen is still there', async () => {
    const recording = await typed();
    await recording.store(null);
    expect(await recording.store(null)).toBe(false);
    recording.keep();
    recording.change({ text: 'pallets voor de deur, deur 3' });
    await new Promise((later) => setTimeout(later, 50));
    expect(await kept()).toMatchObject({ drafts: [], own: [{ state: 'frozen' }] });
  });

  it('on a device without room is still there as it was typed', async () => {
    const recording = await typed();
    fill();
    expect(await recording.store(null)).toBe(false);
    expect(await kept()).toMatchObject({ drafts: [{ dossier }], own: [] });
  });

  it.each([1, 2])('of a tab that dies before its write %i is there once', async (n) => {
    const recording = await typed();
    killBefore(n);
    await recording.store(null);
    const { drafts, own } = await kept();
    expect(drafts.length + own.length).toBe(1);
  });

  it('is recorded by nothing but the button', async () => {
    await typed();
    await freezeRested(0);
    expect(await kept()).toMatchObject({ drafts: [{ dossier }], own: [] });
  });
});
