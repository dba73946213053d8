export { i18n, languages, setLanguage, type Language } from './i18n.svelte';
export * as format from './format';
export { words } from './format';
