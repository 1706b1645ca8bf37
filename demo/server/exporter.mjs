const TEXT = 'text/plain; version=0.0.4; charset=utf-8';

/**
 * Answers scrapes of a probe: each target's text at its path, at `/targets` the list for Prometheus' `http_sd_configs`,
 * at `/` the paths in words. `now`: ms since the epoch.
 */
export function exporterAnswer({ probe, names, targetsAt, metricsText, now = Date.now }) {
  let last = 0;
  return (request, response) => {
    // The machine's clock may be set back, the simulation not.
    last = Math.max(last, now());
    const targets = targetsAt(probe.at(last), names, probe.calendar.parameters);
    const { pathname } = new URL(request.url, 'http://localhost');
    const end = (status, type, body) => response.writeHead(status, { 'Content-Type': type }).end(body);
    if (pathname === '/targets') return end(200, 'application/json', JSON.stringify(discovered(targets, request)));
    if (pathname === '/') return end(200, TEXT, targets.map(({ path }) => `${path}\n`).join(''));
    const target = targets.find(({ path }) => path === pathname);
    if (target) return end(200, TEXT, metricsText(target.families));
    return end(404, TEXT, `Nothing is at ${pathname} now; what there is stands at /targets\n`);
  };
}

const discovered = (targets, { headers }) =>
  targets.map(({ path, labels }) => ({
    targets: [headers.host],
    labels: { __metrics_path__: path, ...Object.fromEntries(labels) },
  }));
