/** What reads the exporter's names, by the set of names. */
export const PROFILES = { huggingface: 'ie-demo huggingface', vllm: 'vllm kubernetes dcgm' };
