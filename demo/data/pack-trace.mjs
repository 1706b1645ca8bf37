// Packs the recorded hour into one small file:
//   node demo/data/pack-trace.mjs AzureLLMInferenceTrace_code.csv AzureLLMInferenceTrace_conv.csv
// Per request, in order of time, three unsigned LEB128 numbers: ms since the request before it, context tokens,
// and generated tokens × 2 + service (0 code, 1 conversation).
import { readFileSync, writeFileSync } from 'node:fs';

const paths = process.argv.slice(2);
if (paths.length !== 2) {
  console.error('usage: node pack-trace.mjs CODE.csv CONVERSATION.csv');
  process.exit(1);
}

const requests = paths
  .flatMap((path, service) =>
    readFileSync(path, 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => {
        const [time, context, generated] = line.split(',');
        // The recording has seven digits of a second; a date takes three.
        const at = Date.parse(`${time.slice(0, 23).replace(' ', 'T')}Z`);
        return { at, service, context: Number(context), generated: Number(generated) };
      }),
  )
  .sort((a, b) => a.at - b.at || a.service - b.service);

const bytes = [];
const put = (value) => {
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  bytes.push(value);
};
let before = requests[0].at;
for (const { at, service, context, generated } of requests) {
  put(at - before);
  put(context);
  put(generated * 2 + service);
  before = at;
}
writeFileSync(new URL('azure-llm-2023.bin', import.meta.url), Uint8Array.from(bytes));
console.log(`${requests.length} requests in ${(before - requests[0].at) / 1000} s, ${bytes.length} bytes`);
