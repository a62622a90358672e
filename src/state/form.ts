/** The stored form that this program writes and the newest that it reads. */
export const FORM = 1;
