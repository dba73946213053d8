/** Whether a table has no room here. */
import { MediaQuery } from 'svelte/reactivity';

export const narrow = new MediaQuery('max-width: 1023.98px');
