/** The address of a site in one line. */
import type { Site } from '$core';

export const siteLine = ({ address, town }: Site): string => (town === '' ? address : `${address}, ${town}`);
