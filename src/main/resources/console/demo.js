// Loads the demo network, and goes to the account that has it.

import {button, say} from './dom.js';
import {choose, control} from './api.js';

export const demoButton = () => button('Load the demo network', async () => {
  const {consumer, region} = await control('POST', 'demo');
  choose({account: consumer, region});
  say('The demo network is ready.');
  dispatchEvent(new Event('scopechange'));
}, 'primary');
