export type { EndpointOptions, SimulatedEndpoint } from './endpoint.js';
export { simulatedEndpoint } from './endpoint.js';
export type { EndpointParameters } from './parameters.js';
