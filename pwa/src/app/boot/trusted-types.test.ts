import { describe, expect, it } from 'vitest';
import { sameOriginScript } from './trusted-types';

const origin = 'https://glashelder.example';

describe('a script address', () => {
  it.each(['/sw.js', 'assets/worker.js', `${origin}/assets/a.js`])('of this origin passes: %s', (address) => {
    expect(sameOriginScript(address, origin)).toBe(address);
  });
  it.each([
    'https://elders.example/a.js',
    '//elders.example/a.js',
    'data:text/javascript,alert(1)',
    `blob:${origin}/0b1c`,
    'javascript:alert(1)',
  ])('from elsewhere is refused: %s', (address) => {
    expect(() => sameOriginScript(address, origin)).toThrow(TypeError);
  });
});
