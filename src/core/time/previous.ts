/** As `compare` is written for the range just before, of the same length. */
export const PREVIOUS = 'previous';
