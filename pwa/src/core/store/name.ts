/** The name of the database: page and worker open the same one. */
export const DATABASE = 'glashelder';
