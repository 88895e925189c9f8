// Follows the calls that the emulator answers, by server-sent events, as long as the page is open.

import {headers} from './api.js';

const followers = new Set();
const AGAIN = 3000;

/** @returns a function that ends it */
export function follow(follower) {
  followers.add(follower);
  return () => followers.delete(follower);
}

/** Tells a view when something in its account and Region was written. */
export function onChange(scope, action) {
  let timer;
  const end = follow(call => {
    const read = /^(Describe|Get|List|Filter|Simulate)/.test(call.action);
    if (read || call.error || call.account !== scope.account || call.region !== scope.region) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      action();
    }, 400);
  });
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
    followers.forEach(follower => follower(call));
  }
}

async function read(tell) {
  const response = await fetch('/_vpclocal/requests/stream', {headers: headers({Accept: 'text/event-stream'})});
  if (!response.ok) return;
  tell(true);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop();
    blocks.forEach(dispatch);
  }
}

/** @param tell is called with whether the stream is there */
export async function start(tell) {
  for (;;) {
    try {
      await read(tell);
    } catch {
      // The emulator ended or restarts; it is tried again below.
    }
    tell(false);
    await new Promise(resolve => setTimeout(resolve, AGAIN));
  }
}
