import { describe, expect, it } from 'vitest';
import { metresBetween, picture, scaleBar, spread } from './project';

const honselersdijk = { lon: 4.2263, lat: 52.0059 };
const naaldwijk = { lon: 4.2099, lat: 51.9938 };

describe('the plain map', () => {
  it('measures a distance as the sphere has it', () => {
    // One hundredth of a degree of latitude is 1,112 m everywhere.
    expect(metresBetween(naaldwijk, { ...naaldwijk, lat: naaldwijk.lat + 0.01 })).toBeCloseTo(1112, 0);
  });
  it('draws all places inside its margins, north up and east right', () => {
    const map = picture([honselersdijk, naaldwijk], 400, 300, 40);
    const north = map.at(honselersdijk);
    const south = map.at(naaldwijk);
    for (const { x, y } of [north, south]) {
      expect(x).toBeGreaterThanOrEqual(39.9);
      expect(x).toBeLessThanOrEqual(360.1);
      expect(y).toBeGreaterThanOrEqual(39.9);
      expect(y).toBeLessThanOrEqual(260.1);
    }
    expect(north.y).toBeLessThan(south.y);
    expect(north.x).toBeGreaterThan(south.x);
  });
  it('has the same scale both ways', () => {
    const map = picture([honselersdijk, naaldwijk], 400, 300, 40);
    const [a, b] = [map.at(honselersdijk), map.at(naaldwijk)];
    const drawn = Math.hypot(a.x - b.x, a.y - b.y) / map.scale;
    const real = metresBetween(honselersdijk, naaldwijk);
    expect(Math.abs(drawn - real) / real).toBeLessThan(0.002);
  });
  it('shows the surroundings of one place alone, with a round scale bar', () => {
    const map = picture([naaldwijk], 400, 300, 40);
    expect(map.at(naaldwijk)).toEqual({ x: 200, y: 150 });
    expect([20, 50, 100]).toContain(scaleBar(map));
  });
  it('lets no sign hide another', () => {
    const spot = { x: 100, y: 50 };
    expect(spread([spot, spot, { x: 110, y: 52 }, { x: 300, y: 50 }], 26).map(({ x }) => x)).toEqual([
      100, 126, 162, 300,
    ]);
  });
});
