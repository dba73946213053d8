export { setMode, theme, toggleSun, type Mode } from './theme.svelte';
