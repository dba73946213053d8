/** The device's last place, for answers: asked only where the person allowed it before, and seldom. */
import type { Place } from '$core';

const FRESH_MS = 120_000;

let last: { place: Place; at: number } | null = null;

/** Not older than two minutes; null where there is none. */
export function latestPlace(now = Date.now()): Place | null {
  return last !== null && now - last.at < FRESH_MS ? last.place : null;
}

/** Look once, without asking for the right; a screen does so when it opens and after an answer. */
export async function look(now = Date.now()): Promise<void> {
  if (last !== null && now - last.at < FRESH_MS / 2) return;
  const permissions = navigator.permissions as Permissions | undefined;
  const state = await permissions?.query({ name: 'geolocation' }).catch(() => null);
  if (state?.state !== 'granted') return;
  await placeNow().catch(() => null);
}

/** The place now; asks for the right. Rejects with a GeolocationPositionError. */
export async function placeNow(): Promise<Place> {
  const { coords } = await new Promise<GeolocationPosition>((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(resolve, reject, {
      enableHighAccuracy: true,
      maximumAge: 10_000,
      timeout: 20_000,
    });
  });
  const place = {
    lon: decimal(coords.longitude, 6),
    lat: decimal(coords.latitude, 6),
    accuracy: decimal(coords.accuracy, 0),
  };
  last = { place, at: Date.now() };
  return place;
}

/** The shortest form of a rounded number. */
export function decimal(value: number, digits: number): string {
  const text = value.toFixed(digits);
  const short = digits > 0 ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
}
