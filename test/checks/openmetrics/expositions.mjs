import fc from 'fast-check';

/** Small alphabets, so that names clash, values need escapes, and labels repeat. */
const LETTERS = ['a', 'b', 'Z', '_', ':', '0', '9', 'sum', 'total'];
const PIECES = [
  'x',
  '0',
  ' ',
  '"',
  '\\',
  '\n',
  '#',
  '{',
  '}',
  ',',
  '=',
  'n',
  'é',
  '漢',
  '😀',
  '\u0000',
  '\u0301',
  '\ufeff',
  '\t',
];
const NUMBERS = [
  '0',
  '1',
  '17',
  '0042',
  '1.5',
  '.5',
  '2.',
  '1e3',
  '1E-05',
  '+3',
  '12345678901234567890',
  '0.1',
  '1e-300',
];
const SIGNED = [
  ...NUMBERS,
  '-1',
  '-0',
  '-2.5e10',
  'NaN',
  'nan',
  '+Inf',
  '-inf',
  'Infinity',
  'INF',
  '0.013300656000000001',
];
const COUNTS = ['0', '0.0', '1', '2', '3.0', '40', '1e3', '9223372036854775808'];
const BOUNDS = ['-1.0', '-1e-3', '0', '0.1', '1e-00', '2.50', '10', '1e3', '+7e5'];
const TIMES = ['-5', '0', '0.0000000001', '1', '1.5e3', '000123', '1604676851.123456789'];

const escaped = (text) => text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n');

/** Draws one valid text with what it says: `{ text, families, rows }`; `upTo` draws an integer. */
function draw(upTo) {
  const made = { lines: [], families: [], rows: [] };
  const oneOf = (list) => list[upTo(list.length - 1)];
  const some = (list, most) => Array.from({ length: upTo(most) }, () => oneOf(list));

  const families = upTo(4);
  for (let index = 0; index < families; index++) family(index);
  const text = [...made.lines, `# EOF${oneOf(['', '\n'])}`].join('\n');
  return { text, families: made.families, rows: made.rows };

  function family(index) {
    const type = oneOf(['unknown', 'gauge', 'counter', 'stateset', 'info', 'histogram', 'gaugehistogram', 'summary']);
    const unit = type !== 'info' && type !== 'stateset' && upTo(2) === 0 ? oneOf(['s', 'bytes', 'a_b']) : '';
    const colon = type === 'stateset' ? '' : oneOf(['', ':']);
    const name = [oneOf(['a', 'F', '_']), colon, ...some(LETTERS, 2).filter((c) => colon || c !== ':'), `q${index}`]
      .concat(unit && `_${unit}`)
      .join('');
    const help = some(PIECES, 4).join('');
    const told = { unit, help: upTo(1) ? help : '', type };
    const lines = [];
    if (type !== 'unknown' || upTo(1)) lines.push(`# TYPE ${name} ${type}`);
    if (unit || upTo(3) === 0) lines.push(`# UNIT ${name} ${unit}`);
    if (told.help) lines.push(`# HELP ${name} ${upTo(1) ? escaped(help) : escaped(help).replaceAll('\\"', '"')}`);
    if (upTo(1)) lines.reverse();
    const sets = new Map(Array.from({ length: upTo(3) }, () => labels(type, name)).map((set) => [key(set), set]));
    if (lines.length === 0 && sets.size === 0) lines.push(`# HELP ${name} `);
    made.lines.push(...lines);
    made.families.push({ name, ...told });
    for (const set of sets.values()) metric(type, name, set);
  }

  function labels(type, name) {
    const names = ['x', 'y', '_z', 'quantile', 'le'].filter((label) => {
      if (/histogram/.test(type)) return label !== 'le';
      return label !== 'quantile' || type !== 'summary';
    });
    const chosen = new Set(some(names, 3).filter((label) => label !== name));
    return [...chosen].map((label) => [label, some(PIECES, 3).join('')]);
  }

  function metric(type, name, set) {
    const times = upTo(2) === 0 ? [...new Set(some(TIMES, 3))].sort((a, b) => Number(a) - Number(b)) : [];
    if (times.length > 0 && !/histogram/.test(type) && upTo(2) === 0) times.push(times.at(-1));
    for (const time of times.length > 0 ? times : [undefined]) point(type, name, set, time);
  }

  function point(type, name, set, time) {
    const add = (suffix, value, own = [], exemplar) => sample(name + suffix, [...own, ...set], value, time, exemplar);
    switch (type) {
      case 'counter':
        add('_total', oneOf([...NUMBERS, '+Inf']), [], oneOf(SIGNED));
        if (upTo(1)) add('_created', oneOf(TIMES));
        break;
      case 'info':
        add('_info', oneOf(['1', '1.0', '1e0']));
        break;
      case 'stateset':
        for (const state of oneOf([['on'], ['on', 'of"f'], ['a', 'bb', 'ccc']]))
          add('', oneOf(['0', '1']), [[name, state]]);
        break;
      case 'summary':
        for (const quantile of oneOf([[], ['0.5'], ['0', '0.99', '1.0']])) {
          add('', oneOf([...NUMBERS, 'NaN']), [['quantile', quantile]]);
        }
        if (upTo(1)) add('_count', oneOf(COUNTS));
        if (upTo(1) || set.length === 0) add('_sum', oneOf(NUMBERS));
        break;
      case 'histogram':
      case 'gaugehistogram':
        buckets(type, add);
        break;
      default:
        add('', oneOf(SIGNED));
    }
  }

  function buckets(type, add) {
    const bounds = [...new Set(some(BOUNDS, 4))].sort((a, b) => Number(a) - Number(b));
    const counts = [...bounds, ''].map(() => oneOf(COUNTS)).sort((a, b) => Number(a) - Number(b));
    const negative = bounds.some((bound) => Number(bound) < 0);
    bounds.forEach((le, i) => add('_bucket', counts[i], [['le', le]], oneOf(['-1e9', '-inf', le])));
    add('_bucket', counts.at(-1), [['le', '+Inf']], oneOf(SIGNED.filter((text) => !/nan/i.test(text))));
    const gauge = type === 'gaugehistogram' ? 'g' : '';
    if (upTo(1) && !(negative && type === 'histogram')) {
      add(`_${gauge}count`, counts.at(-1));
      add(`_${gauge}sum`, oneOf(negative ? [...NUMBERS, '-3'] : NUMBERS));
    }
    if (!gauge && upTo(1)) add('_created', oneOf(TIMES));
  }

  /** Writes a sample and keeps what it says; `example` is the value of an exemplar that may stand there. */
  function sample(name, pairs, value, time, example) {
    const order = upTo(1) ? pairs : [...pairs].reverse();
    const row = {
      name,
      labels: present(pairs),
      value: numberOf(value),
      timestamp: time === undefined ? NaN : Number(time) * 1000,
    };
    let line = `${name}${pairs.length > 0 || upTo(4) === 0 ? braces(order) : ''} ${value}${time === undefined ? '' : ` ${time}`}`;
    if (example !== undefined && upTo(3) === 0) {
      const set = upTo(1) ? [['trace_id', some(PIECES, 5).join('')]] : [];
      const at = upTo(1) ? oneOf(TIMES) : undefined;
      line += ` # ${braces(set)} ${example}${at === undefined ? '' : ` ${at}`}`;
      row.exemplar = {
        labels: Object.fromEntries(set),
        value: numberOf(example),
        timestamp: at === undefined ? NaN : Number(at) * 1000,
      };
    }
    made.lines.push(line);
    made.rows.push(row);
  }
}

const present = (pairs) => Object.fromEntries(pairs.filter(([, value]) => value !== '').sort());
const key = (pairs) => JSON.stringify(present(pairs));
const braces = (pairs) => `{${pairs.map(([name, value]) => `${name}="${escaped(value)}"`).join(',')}}`;
const numberOf = (text) => (/inf/i.test(text) ? (text.startsWith('-') ? -Infinity : Infinity) : Number(text));

/** Choices out of one seed, the first ones random and all later ones 0: cheap to draw, and fewer make a smaller text. */
function choices(seed, count) {
  let state = seed;
  let left = count;
  return (most) => {
    if (left-- <= 0) return 0;
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % (most + 1);
  };
}

/** Valid texts with what they say. */
export const expositions = fc
  .tuple(fc.integer(), fc.integer({ min: 5, max: 300 }))
  .map(([seed, count]) => draw(choices(seed, count)));

const TOKENS = [
  ' ',
  '\n',
  '"',
  '{',
  '}',
  ',',
  '=',
  '\\',
  '#',
  '# ',
  '# EOF',
  '0',
  '-1',
  'e9',
  'NaN',
  'le="1"',
  'quantile="0.5"',
  '_total',
  '_sum',
  ' 5',
  '\r',
  '\ufeff',
  'é',
  '9'.repeat(400),
  '# TYPE a gauge\n',
  '# UNIT a ',
  ' # {} 1',
];
const BYTES = [0, 0x80, 0xc0, 0xed, 0xa0, 0xff, 0xf4, 0x90, 9, 13];

/** One change of a text, as bytes. */
export const mutations = fc.tuple(fc.integer(), fc.integer({ min: 1, max: 3 }));

export function mutated(text, [seed, count]) {
  const upTo = choices(seed, Infinity);
  let bytes = Buffer.from(text);
  for (let i = 0; i < count; i++) bytes = mutate(bytes, upTo);
  return bytes;
}

function mutate(bytes, upTo) {
  const [kind, from, until, token] = [6, bytes.length, bytes.length, 1000].map(upTo);
  const splice = (start, end, ...middle) => Buffer.concat([bytes.subarray(0, start), ...middle, bytes.subarray(end)]);
  switch (kind) {
    case 0:
      return splice(from, from + 1);
    case 1:
      return splice(from, from, Buffer.from(TOKENS[token % TOKENS.length]));
    case 2:
      return splice(from, from + 1, Buffer.from(TOKENS[token % TOKENS.length]));
    case 3:
      return splice(from, from + (token % 2), Buffer.of(BYTES[token % BYTES.length]));
    default:
      return lines(bytes, from, until, kind);
  }
}

/** Doubles, moves or leaves out a line. */
function lines(bytes, from, until, kind) {
  const all = bytes.toString('latin1').split('\n');
  const [line] = all.slice(from % all.length);
  const place = until % all.length;
  if (kind === 4) all.splice(place, 0, line);
  else if (kind === 5) all.splice(place, 1);
  else all.splice(place, 0, ...all.splice(from % all.length, 1));
  return Buffer.from(all.join('\n'), 'latin1');
}
