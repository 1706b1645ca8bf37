const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const locales = new Map<string, string | undefined>();

/** The tag itself, or `undefined` (the browser's) for one that `Intl` would refuse, such as `en-US@posix`. */
export function safeLocale(locale: string | undefined): string | undefined {
  if (locale === undefined || locales.has(locale)) return locale && locales.get(locale);
  let safe: string | undefined;
  try {
    safe = Intl.getCanonicalLocales(locale)[0];
  } catch {
    safe = undefined;
  }
  locales.set(locale, safe);
  return safe;
}

function cached<Options, Format>(
  formats: Map<string, Format>,
  make: (locale: string | undefined, options: Options) => Format,
): (locale: string | undefined, options: Options) => Format {
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const known = formats.get(key);
    if (known) return known;
    const format = make(safeLocale(locale), options);
    formats.set(key, format);
    return format;
  };
}

/** The one place where number formatters are made; equal arguments give the same one. */
export const numberFormat = cached(
  numberFormats,
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);

/** The one place where date formatters are made. Throws a RangeError where `timeZone` is unknown. */
export const dateFormat = cached(
  dateFormats,
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);
