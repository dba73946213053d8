/** The device's own place, followed while this screen is open; the newest fix wins, age is judged by whoever shows it. */
import { type Fix, judge, type Judgement } from './place';

export class Locator {
  fix = $state.raw<Fix | null>(null);
  refused = $state(false);
  /** Ticks every few seconds, so that a fix grows old on screen. */
  now = $state(performance.now());

  readonly judgement: Judgement = $derived(judge(this.fix, this.now));

  /** Begin; returns the undoing. */
  start(): () => void {
    const tick = setInterval(() => (this.now = performance.now()), 5_000);
    const devices = navigator.geolocation as Geolocation | undefined;
    const watch = devices?.watchPosition(
      ({ coords }) => {
        this.now = performance.now();
        this.refused = false;
        this.fix = { lon: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy, at: this.now };
      },
      (error) => (this.refused = error.code === error.PERMISSION_DENIED),
      { enableHighAccuracy: true, maximumAge: 10_000, timeout: 30_000 },
    );
    return () => {
      clearInterval(tick);
      if (watch !== undefined) devices?.clearWatch(watch);
    };
  }
}
