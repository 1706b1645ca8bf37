import { spawn } from 'node:child_process';

/** Runs a program until it has printed what `address` matches: `{ child, address, ended }`. */
export function started(program, options, { env, address: pattern }) {
  const child = spawn(program, options, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((done) => child.once('exit', done));
  const address = new Promise((found, failed) => {
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
      const match = pattern.exec(output);
      if (match) found(match[0]);
    });
    ended.then(() => failed(new Error(`${program} ended: ${output}`)));
  });
  return { child, address, ended };
}
