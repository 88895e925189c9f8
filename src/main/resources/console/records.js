// Flow log records: reading lines by their format, and counting them.

const DEFAULT = ['version', 'account-id', 'interface-id', 'srcaddr', 'dstaddr', 'srcport', 'dstport', 'protocol',
  'packets', 'bytes', 'start', 'end', 'action', 'log-status'];
const PROTOCOLS = {1: 'icmp', 6: 'tcp', 17: 'udp', 58: 'icmpv6'};

export const fieldsOf = flowLog => flowLog?.LogFormat ? [...flowLog.LogFormat.matchAll(/\$\{([^}]+)\}/g)].map(match => match[1]) : DEFAULT;

export function parse(event, fields) {
  const values = event.message.split(' ');
  const record = Object.fromEntries(fields.map((name, index) => [name, values[index] ?? '-']));
  return {...record, time: Number(record.end ?? 0) * 1000 || event.timestamp, line: event.message, id: event.eventId};
}

export const protocolName = number => PROTOCOLS[number] ?? number ?? '-';

function sums(records, key, value) {
  const found = new Map();
  for (const record of records) {
    const name = key(record);
    if (name) found.set(name, (found.get(name) ?? 0) + value(record));
  }
  return [...found].sort((a, b) => b[1] - a[1]).slice(0, 8);
}

const number = text => Number(text) || 0;

/** Who sends most, in bytes. */
export const talkers = records => sums(records,
  one => one.srcaddr && one.srcaddr !== '-' ? `${one.srcaddr} → ${one.dstaddr}` : null, one => number(one.bytes));

/** The smaller port is the service's, in records of requests and of answers. */
const servicePort = ({srcport, dstport}) => Math.min(...[srcport, dstport].map(Number).filter(port => port > 0));

/** How many records each port of a service has. */
export const byPort = records => sums(records,
  one => Number.isFinite(servicePort(one)) ? `${protocolName(one.protocol)} ${servicePort(one)}` : null, () => 1);

/** Records per slice of time, accepted and rejected. */
export function overTime(records, slices = 40) {
  const times = records.map(one => one.time);
  if (!times.length) return [];
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const width = Math.max(60_000, Math.ceil((last - first + 1) / slices / 60_000) * 60_000);
  const begin = Math.floor(first / width) * width;
  const bars = Array.from({length: Math.max(10, Math.floor((last - begin) / width) + 1)}, (_, index) => ({
    label: new Date(begin + index * width).toISOString().slice(11, 16), accepted: 0, rejected: 0,
  }));
  for (const one of records) {
    const bar = bars[Math.floor((one.time - begin) / width)];
    if (one.action === 'ACCEPT') bar.accepted++;
    if (one.action === 'REJECT') bar.rejected++;
  }
  return bars;
}
