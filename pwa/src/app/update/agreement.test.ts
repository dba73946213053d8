import { describe, expect, it, vi } from 'vitest';
import { answerOthers, othersAgree, type Channel } from './agreement';

/** Three ends of one channel; what one says the others hear. */
function channels(count: number): Channel[] {
  const ends = Array.from({ length: count }, () => new Set<(event: { data: unknown }) => void>());
  return ends.map((own) => ({
    postMessage: (data) => {
      for (const end of ends)
        if (end !== own) for (const hear of [...end]) queueMicrotask(() => hear({ data }));
    },
    addEventListener: (_, listener) => own.add(listener),
    removeEventListener: (_, listener) => own.delete(listener),
  }));
}

describe('tabs before an update', () => {
  it('agree when none is in the middle of something', async () => {
    const [asking, other] = channels(2);
    if (asking === undefined || other === undefined) throw new Error('no channel');
    answerOthers(other, () => false);
    expect(await othersAgree(asking, 'q', 20)).toBe(true);
  });
  it('wait for the one with a list open, and ask it again later', async () => {
    const [asking, first, second] = channels(3);
    if (asking === undefined || first === undefined || second === undefined) throw new Error('no channel');
    const busy = vi.fn(() => true);
    answerOthers(first, () => false);
    answerOthers(second, busy);
    expect(await othersAgree(asking, 'q1', 20)).toBe(false);
    busy.mockReturnValue(false);
    expect(await othersAgree(asking, 'q2', 20)).toBe(true);
  });
  it('take the silence of a sleeping tab as agreement', async () => {
    const [asking] = channels(2);
    if (asking === undefined) throw new Error('no channel');
    expect(await othersAgree(asking, 'q', 20)).toBe(true);
  });
  it("do not mind an objection to somebody else's question", async () => {
    const [asking, other] = channels(2);
    if (asking === undefined || other === undefined) throw new Error('no channel');
    const answer = othersAgree(asking, 'mine', 20);
    other.postMessage({ type: 'object', question: 'another' });
    expect(await answer).toBe(true);
  });
});
