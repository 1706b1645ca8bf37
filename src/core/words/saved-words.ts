import { quoted } from './words.js';

/** The words about what was kept in the address or in storage, loaded with what reads it. */
export const SAVED_WORDS = {
  address: (parameter: string, why: string) => `${quoted(parameter)} in the address is left out: ${why}`,
  stored: (key: string, why: string) => `What is stored as ${quoted(key)} is left out: ${why}`,
  noText: (part: string) => `${part} is no text`,
  tooLong: (part: string) => `${part} is too long`,
  noNames: 'replicas are no list of names',
  noRanges: 'the ranges used recently are no list of a few',
  noState: 'it is no state of this version',
  noJson: 'it is no JSON',
  noStorage: (key: string, why: string) => `Nothing can be stored as ${quoted(key)}: ${why}`,
  noView: (view: string) => `The address names the view ${quoted(view)}, which this page does not have`,
  noEntry: (why: string) => `The address cannot be changed: ${why}`,
  manyReplicas: (count: number) => `${count} replicas are too many for the address; they are left out of it`,
  sameNames: (prefix: string) =>
    `Another time frame keeps its state in the address under ${prefix ? quoted(prefix) : 'no name'} already; give this one another sync-url`,
} as const;
