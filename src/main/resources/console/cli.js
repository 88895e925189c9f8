// The AWS CLI commands that do what a view does, to be copied.

import {h, say} from './dom.js';
import {scope} from './api.js';

async function copy(text, block) {
  try {
    await navigator.clipboard.writeText(text);
    say('Copied.');
  } catch {
    // Without a secure context there is no clipboard; the text is marked instead.
    getSelection().selectAllChildren(block);
    say('Marked. Copy it with the keyboard.');
  }
}

export function copyable(text, label = 'Copy') {
  const block = h('pre', {tabindex: '0'}, text);
  return h('div', {class: 'copyable'}, block,
    h('button', {type: 'button', class: 'copy', 'aria-label': `${label}: ${text.slice(0, 60)}`, onclick: () => copy(text, block)}, 'Copy'));
}

export const environment = () => `export AWS_ENDPOINT_URL=${location.origin} AWS_DEFAULT_REGION=${scope.region}
export AWS_ACCESS_KEY_ID=${scope.account} AWS_SECRET_ACCESS_KEY=test`;

/** Quotes what a shell would not take as it is. */
export const quoted = text => /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

export function cli(...commands) {
  return h('details', {class: 'cli', open: true},
    h('summary', {}, 'The same with the AWS CLI'),
    h('div', {class: 'commands'}, copyable(environment()), commands.map(command => copyable(command))));
}
