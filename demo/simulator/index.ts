export type { EndpointOptions } from './calendar.js';
export type { SimulatedEndpoint } from './endpoint.js';
export { simulatedEndpoint } from './endpoint.js';
export type { EndpointParameters } from './parameters.js';
