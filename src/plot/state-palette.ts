import { sheetOf, type RoleStyle } from './palette.js';
import type { ReplicaState } from './plot-spec.js';

/** The colours of a replica's states, on light and on dark ground, in the usual order of its life. */
export const STATE_STYLES: Readonly<Record<ReplicaState | 'other', RoleStyle>> = {
  pending: { light: '#d9601a', dark: '#f08a45' },
  downloading: { light: '#5a8bf2', dark: '#4b7de8' },
  pulling: { light: '#5b21b6', dark: '#c3adff' },
  initializing: { light: '#ecc453', dark: '#f0cd6a' },
  running: { light: '#2f9e6c', dark: '#4cae7d' },
  failed: { light: '#a01d16', dark: '#dd4540' },
  evicted: { light: '#5f0f41', dark: '#935274' },
  terminating: { light: '#7a8699', dark: '#9aa5b8' },
  other: { light: '#5b6472', dark: '#a3acba' },
};

/** One rule a state, as in `roleSheet`; adopted by the charts that have lanes. */
export const stateSheet: string = sheetOf(
  Object.entries(STATE_STYLES).map(([state, style]) => [`state-${state}`, style]),
);
