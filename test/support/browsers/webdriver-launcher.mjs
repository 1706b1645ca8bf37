import { setTimeout as pause } from 'node:timers/promises';

const KEYS = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Delete: '\uE017',
  Space: ' ',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
};
const BUTTONS = { left: 0, middle: 1, right: 2 };

/**
 * A launcher for the test runner that speaks W3C WebDriver: one window, one test file after another.
 * `start()` answers `{ address, stop }` of a driver.
 */
export function webDriverLauncher({ name, start, capabilities }) {
  let driver = null;
  let session = '';
  let active = null;
  let busy = Promise.resolve();
  let free = () => {};

  const call = async (method, path, body) => {
    const init = {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    };
    const response = await fetch(`${driver.address}${path}`, init);
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${name}: ${value.error}: ${value.message}`);
    return value;
  };
  const open = async () => {
    driver = await start();
    for (let tries = 0; ; tries++) {
      try {
        const wanted = { capabilities: { alwaysMatch: capabilities } };
        session = `/session/${(await call('POST', '/session', wanted)).sessionId}`;
        return;
      } catch (reason) {
        if (tries === 50) throw reason;
        await pause(100);
      }
    }
  };
  const act = (type, id, actions, parameters) =>
    call('POST', `${session}/actions`, { actions: [{ type, id, actions, ...(parameters && { parameters }) }] });
  const mouse = (...actions) => act('pointer', 'mouse', actions, { pointerType: 'mouse' });
  const move = (x, y) => ({ type: 'pointerMove', x, y, duration: 0, origin: 'viewport' });
  const press = (type, button = 'left') => ({ type, button: BUTTONS[button] });

  return {
    name,
    type: 'webdriver',
    concurrency: 1,
    async startSession(id, url) {
      const before = busy;
      busy = new Promise((done) => (free = done));
      await before;
      if (!driver) await open();
      active = id;
      await call('POST', `${session}/url`, { url });
    },
    isActive: (id) => active === id,
    getBrowserUrl: () => call('GET', `${session}/url`),
    async stopSession() {
      await call('POST', `${session}/url`, { url: 'about:blank' });
      active = null;
      free();
      return {};
    },
    async startDebugSession() {
      throw new Error(`${name} has no debugging session here`);
    },
    async stop() {
      if (session) await call('DELETE', session).catch(() => {});
      driver?.stop();
    },

    sendMouseMove: (_id, x, y) => mouse(move(x, y)),
    sendMouseDown: (_id, button) => mouse(press('pointerDown', button)),
    sendMouseUp: (_id, button) => mouse(press('pointerUp', button)),
    sendMouseClick: (_id, x, y, button) => mouse(move(x, y), press('pointerDown', button), press('pointerUp', button)),
    doubleClick: (_id, x, y) => {
      const click = [press('pointerDown'), press('pointerUp')];
      // Clicks that follow at once would count on: a third and a fourth one are no double click.
      return mouse(move(x, y), { type: 'pause', duration: 800 }, ...click, ...click);
    },
    resetMouse: () => call('DELETE', `${session}/actions`),
    sendKeys: (_id, keys) =>
      act('key', 'keys', [
        ...keys.flatMap((key) => ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] ?? key }))),
      ]),
    holdKey: (_id, key, down) => act('key', 'keys', [{ type: down ? 'keyDown' : 'keyUp', value: KEYS[key] ?? key }]),
  };
}
