import { expect, it } from 'vitest';
import { pathOf, ringsOf, scaleBar, toLonLat, toPixel, viewOf } from './sketch';

const plot = {
  type: 'Polygon',
  coordinates: [
    [
      [4.22, 52.01],
      [4.222, 52.01],
      [4.222, 52.011],
      [4.22, 52.011],
      [4.22, 52.01],
    ],
  ],
};

it('a point tapped is the point drawn', () => {
  const view = viewOf(ringsOf(plot), { lon: 4.2, lat: 52 }, 400, 300);
  const back = toLonLat(view, toPixel(view, 4.2213, 52.0104));
  expect(back.lon).toBeCloseTo(4.2213, 9);
  expect(back.lat).toBeCloseTo(52.0104, 9);
});

it('the whole plot is in view, north up and east to the right', () => {
  const view = viewOf(ringsOf(plot), { lon: 0, lat: 0 }, 400, 300);
  const southWest = toPixel(view, 4.22, 52.01);
  const northEast = toPixel(view, 4.222, 52.011);
  for (const { x, y } of [southWest, northEast]) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(400);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(300);
  }
  expect(northEast.x).toBeGreaterThan(southWest.x);
  expect(northEast.y).toBeLessThan(southWest.y);
});

it('without a plot it shows the yard around the point', () => {
  const view = viewOf(ringsOf(null), { lon: 4.2, lat: 52 }, 400, 300);
  expect(view.metresPerPixel * 300).toBeCloseTo(200);
  expect(pathOf(view, [])).toBe('');
});

it('the scale bar is a round length', () => {
  const bar = scaleBar({ lon: 0, lat: 0, metresPerPixel: 0.5, width: 400, height: 300 });
  expect(bar).toEqual({ metres: 50, pixels: 100 });
});
