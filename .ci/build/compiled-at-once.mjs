import MagicString from 'magic-string';

const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Tells the browser to compile all functions of these files while they load, off the main thread, not each at its first
 * call: https://github.com/WICG/explicit-javascript-compile-hints-file-based. To stand after the minifier, which leaves
 * no comments; browsers without it see one.
 */
export const compiledAtOnce = (isWanted) => ({
  name: 'compiled-at-once',
  renderChunk(code, { fileName }) {
    if (!isWanted(fileName)) return null;
    const text = new MagicString(code).prepend(HINT);
    return { code: text.toString(), map: text.generateMap({ hires: true }) };
  },
});
