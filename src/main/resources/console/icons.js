// Hand-laid icons of 16 by 16 pixels.

import {svg} from './dom.js';

const PATHS = {
  vpc: 'M2 5.5a2.5 2.5 0 0 1 2.5-2.5h7A2.5 2.5 0 0 1 14 5.5v5a2.5 2.5 0 0 1-2.5 2.5h-7A2.5 2.5 0 0 1 2 10.5zM5 8h6M8 5v6',
  zone: 'M8 14s4.5-4 4.5-7.5a4.5 4.5 0 0 0-9 0C3.500 10 8 14 8 14zM8 8.200a1.700 1.700 0 1 0 0-3.400 1.700 1.700 0 0 0 0 3.400z',
  subnet: 'M2.500 2.500h4v4h-4zM9.500 2.500h4v4h-4zM2.500 9.500h4v4h-4zM9.500 9.500h4v4h-4z',
  routes: 'M2 4h6c3 0 2 8 6 8M11.500 9.500 14 12l-2.500 2.500M2 12h3.500M11 4h3',
  internet: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM2 8h12M8 2c-4 4-4 8 0 12M8 2c4 4 4 8 0 12',
  gateway: 'M3 13.500V7a5 5 0 0 1 10 0v6.500M1.500 13.500h13M6 13.500V8.500h4v5',
  endpoint: 'M5 8a2.200 2.200 0 1 0-4.400 0A2.200 2.200 0 0 0 5 8zM5 8h6M11 5h4v6h-4z',
  service: 'M8 1.500 14 5v6l-6 3.500L2 11V5zM2 5l6 3.500L14 5M8 8.500v6',
  peering: 'M1.500 5h7v6h-7zM8.500 5h6v6h-6M5 8h6',
  interface: 'M2 4h12v7H2zM5 11v3M8 11v3M11 11v3',
};

export const icon = kind => svg('svg', {class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true'},
  svg('path', {d: PATHS[kind] ?? PATHS.service}));
