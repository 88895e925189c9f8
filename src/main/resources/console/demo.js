// Loads the demo network.

import {button, say} from './dom.js';
import {control, here} from './api.js';

export const demoButton = after => button('Load the demo network', async () => {
  await control('POST', 'demo', undefined, here());
  say('The demo network is there.');
  await after();
}, 'primary');
