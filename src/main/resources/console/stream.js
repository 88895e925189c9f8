// Follows the calls that the emulator answers, by server-sent events, while the page is visible. Browsers open only six
// connections to a server, so the streams of hidden tabs would keep visible ones from being answered.

import {headers} from './api.js';

const followers = new Map();
const AGAIN = 3000;

/** The emulator sends something at least every 15 seconds. */
const SILENCE = 40_000;

/**
 * @param follower is called with each call
 * @param missed is called when calls may have been missed
 * @returns a function that ends it
 */
export function follow(follower, missed) {
  followers.set(follower, missed);
  return () => followers.delete(follower);
}

/** Tells a view when something in its account and Region was written. */
export function onChange(scope, action) {
  let timer;
  const act = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      action();
    }, 400);
  };
  const end = follow(call => {
    const read = /^(Describe|Get|List|Filter|Simulate)/.test(call.action);
    if (!read && !call.error && call.account === scope.account && call.region === scope.region) act();
  }, act);
  return () => {
    clearTimeout(timer);
    end();
  };
}

function dispatch(block) {
  const lines = block.split('\n');
  const event = lines.find(line => line.startsWith('event: '))?.slice(7);
  const data = lines.filter(line => line.startsWith('data: ')).map(line => line.slice(6)).join('\n');
  if (event === 'call') {
    const call = JSON.parse(data);
    [...followers.keys()].forEach(follower => follower(call));
  }
}

async function read(tell, signal) {
  const response = await fetch('/_vpclocal/requests/stream', {headers: headers({Accept: 'text/event-stream'}), signal});
  if (!response.ok) return;
  tell(true);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const silence = setTimeout(() => reader.cancel(), SILENCE);
    const {done, value} = await reader.read().finally(() => clearTimeout(silence));
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop();
    blocks.forEach(dispatch);
  }
}

const visible = () => document.hidden
  ? new Promise(resolve => document.addEventListener('visibilitychange', () => resolve(visible()), {once: true}))
  : Promise.resolve();

/** Aborts when the page is hidden or left. */
function whileVisible() {
  const controller = new AbortController();
  document.addEventListener('visibilitychange', () => controller.abort(), {signal: controller.signal});
  addEventListener('pagehide', () => controller.abort(), {signal: controller.signal});
  return controller.signal;
}

/** @param tell is called with whether the stream is there */
export async function start(tell) {
  for (let first = true; ; first = false) {
    await visible();
    const signal = whileVisible();
    if (!first) [...followers.values()].forEach(missed => missed?.());
    try {
      await read(tell, signal);
    } catch {
      // The page was hidden, or the emulator ended or restarts. The loop tries again.
    }
    tell(false);
    if (!signal.aborted) await new Promise(resolve => setTimeout(resolve, AGAIN));
  }
}
