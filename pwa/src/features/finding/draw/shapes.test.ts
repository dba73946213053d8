import { expect, it } from 'vitest';
import { arrowHead, begin, extend, roleOf, tooSmall } from './shapes';

it('a pen keeps its whole line, an arrow and a blur their two ends', () => {
  const steps = [0.2, 0.4, 0.6].map((x) => ({ x, y: 0.1 }));
  const draw = (tool: 'pen' | 'arrow' | 'blur') => steps.reduce(extend, begin(tool, { x: 0, y: 0.1 }));
  expect(draw('pen').points).toHaveLength(5);
  expect(draw('arrow').points).toEqual([
    { x: 0, y: 0.1 },
    { x: 0.6, y: 0.1 },
  ]);
  expect(draw('blur').points).toHaveLength(2);
});

it('nothing is drawn outside the photo', () => {
  expect(extend(begin('pen', { x: -1, y: 2 }), { x: 3, y: -4 }).points).toEqual([
    { x: 0, y: 1 },
    { x: 0, y: 1 },
    { x: 1, y: 0 },
  ]);
});

it('a copy that hides something says so', () => {
  expect(roleOf([begin('pen', { x: 0, y: 0 })])).toBe('drawing');
  expect(roleOf([begin('pen', { x: 0, y: 0 }), begin('blur', { x: 0, y: 0 })])).toBe('redacted');
});

it('a slip of the finger is no shape', () => {
  expect(tooSmall(extend(begin('arrow', { x: 0.5, y: 0.5 }), { x: 0.502, y: 0.501 }))).toBe(true);
  expect(tooSmall(extend(begin('arrow', { x: 0.5, y: 0.5 }), { x: 0.6, y: 0.5 }))).toBe(false);
});

it('an arrow points to where it was drawn', () => {
  const [left, right] = arrowHead({ x: 0, y: 0 }, { x: 10, y: 0 }, 2);
  expect(left.x).toBeLessThan(10);
  expect(left.y).toBeCloseTo(-right.y);
});
