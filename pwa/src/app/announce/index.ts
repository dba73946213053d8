export { announce, announced, closeToast, toast, type Toast } from './announce.svelte';
