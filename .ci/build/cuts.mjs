/** Takes each cut, `[found, instead]`, out of the code of a library; fails where another version of it lacks one. */
export function cutOut(plugin, library, code, cuts) {
  for (const [found, instead] of cuts) {
    const before = code;
    code = code.replace(found, instead);
    if (code === before) plugin.error(`${library} has changed: ${String(found)} is not found`);
  }
  return { code, map: null };
}

/** Fails where what was cut out is called after all: most tests run on the whole library and would not see it. */
export function refuseCalls(plugin, library, bundle, methods) {
  const called = new RegExp(`\\.(?:${methods.join('|')})\\b`);
  for (const { fileName, code = '' } of Object.values(bundle)) {
    const [call] = called.exec(code) ?? [];
    if (call) plugin.error(`${fileName} calls ${call}, which the build cuts out of ${library}`);
  }
}
