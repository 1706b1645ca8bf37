/** What a distribution is asked for where nothing else is said. Charts and boxes that ask for just these share one request. */
export const USUAL_QUANTILES: readonly number[] = [0.99, 0.95, 0.9, 0.5];
