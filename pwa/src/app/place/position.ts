/** Where the device is, asked once when something is recorded; never a reason to wait for long or to refuse. */
import type { Place } from '$core';

export interface Fix {
  lon: number;
  lat: number;
  /** Metres. */
  accuracy: number;
}

/** At most `patience` ms; a fix of the last 30 s will do. Null: refused, unknown or too slow. */
export function whereNow(patience = 4000): Promise<Fix | null> {
  if (!('geolocation' in navigator)) return Promise.resolve(null);
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(null), patience);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        clearTimeout(late);
        resolve({ lon: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy });
      },
      () => {
        clearTimeout(late);
        resolve(null);
      },
      { enableHighAccuracy: true, maximumAge: 30_000, timeout: patience },
    );
  });
}

/** Only where the person allowed it before: a list of distances is no reason to ask. */
export async function whereIfAllowed(): Promise<Fix | null> {
  try {
    const { state } = await navigator.permissions.query({ name: 'geolocation' });
    return state === 'granted' ? await whereNow() : null;
  } catch {
    return null;
  }
}

/** As the format writes a place: decimal strings in shortest form, 7 digits (1 cm). */
export function toPlace({ lon, lat, accuracy }: Fix): Place {
  return { lon: decimal(lon), lat: decimal(lat), accuracy: String(Math.max(1, Math.round(accuracy))) };
}

function decimal(value: number): string {
  const text = value.toFixed(7).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}
