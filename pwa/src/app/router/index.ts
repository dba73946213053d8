export { href, type Match, type Params, type RouteName } from './routes';
export { back, navigate, router, setQuery } from './router.svelte';
