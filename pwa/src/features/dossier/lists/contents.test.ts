import { describe, expect, it, vi } from 'vitest';
import type { DossierView } from '$core';
import { tablet } from '$core/testing/page';
import { Contents } from './contents.svelte';

vi.mock('$core/runtime', () => import('$core/testing/page'));

const [code, version] = ['BRW-BRAND', '0.1.0'];
const view = {
  joint: [],
  parts: [],
  instances: [{ checklist: code, version }],
} as unknown as DossierView;

describe('the contents of the lists on a visit', () => {
  it('take in a version that came after the first look', async () => {
    const contents = new Contents();
    await contents.load(view);
    expect(contents.get(code, version)).toBeNull();
    const content = { code, version, dataClass: 'team', per: 'visit', figures: [], sections: [] };
    await tablet.store.write(['lists'], ({ lists }) =>
      lists.put({ agency: tablet.viewer.agency, code, version, content }),
    );
    await contents.load(view);
    expect(contents.get(code, version)?.data.code).toBe(code);
  });
});
