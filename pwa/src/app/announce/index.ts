export { announce, announced, closeToast, leaveFoot, toast, type Toast } from './announce.svelte';
