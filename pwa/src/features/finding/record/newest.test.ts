import { expect, it } from 'vitest';
import { Newest } from './newest';

it('keeps the first at once and then the newest, however many were typed while it was written', async () => {
  const written: string[] = [];
  const newest = new Newest<string>(async (text) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    written.push(text);
  });
  newest.put('D');
  await Promise.resolve();
  for (const text of ['De', 'Deu', 'Deur']) newest.put(text);
  await newest.settled;
  expect(written).toEqual(['D', 'Deur']);
});
