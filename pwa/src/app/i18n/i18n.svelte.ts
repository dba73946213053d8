/**
 * The language of the screens: Dutch unless chosen otherwise, kept on the device.
 * Messages read it through `getLocale`, so every text on the screen changes at once, without a reload.
 */
import { overwriteGetLocale } from '$paraglide/runtime.js';

export type Language = 'nl' | 'en';
export const languages: readonly Language[] = ['nl', 'en'];

const KEY = 'gh.language';

let language = $state<Language>('nl');

export const i18n = {
  get language(): Language {
    return language;
  },
};

export function setLanguage(to: Language): void {
  language = to;
  document.documentElement.lang = to;
  try {
    localStorage.setItem(KEY, to);
  } catch {
    // A browser that refuses storage keeps the language for this visit only.
  }
}

/** Call once before the first text: the kept language, else the browser's, else Dutch. */
export function startI18n(): void {
  overwriteGetLocale(() => language);
  setLanguage(keptLanguage() ?? (navigator.language.startsWith('en') ? 'en' : 'nl'));
}

function keptLanguage(): Language | null {
  try {
    const kept = localStorage.getItem(KEY);
    return languages.find((one) => one === kept) ?? null;
  } catch {
    return null;
  }
}
