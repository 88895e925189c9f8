// A query of CloudWatch Logs Insights, with a table and a chart of its result.

import {h, button, card, field, options, table} from './dom.js';
import {bars} from './chart.js';
import {aws} from './api.js';
import {copyable, quoted} from './cli.js';

const SAMPLES = {
  'Rejected, by destination port': "filter action = 'REJECT' | stats count(*) as records by dstPort | sort records desc | limit 10",
  'Bytes by source': 'stats sum(bytes) as total by srcAddr | sort total desc | limit 10',
  'Records per five minutes': 'stats count(*) as records by bin(5m)',
  'Newest records': 'fields @timestamp, interfaceId, srcAddr, dstAddr, dstPort, action | sort @timestamp desc | limit 20',
};
const ROUNDS = 60;

/** @param place tells the log group and the time from and to, in seconds */
export function insights(place) {
  const samples = h('select', {onchange: () => { query.value = SAMPLES[samples.value]; }}, options(Object.keys(SAMPLES)));
  const query = h('textarea', {rows: '3', spellcheck: 'false'}, Object.values(SAMPLES)[0]);
  const result = h('div', {class: 'result', 'aria-live': 'polite'});
  const run = async () => {
    const {group, from, to} = place();
    result.replaceChildren(h('p', {class: 'muted'}, 'Running …'));
    const command = `aws logs start-query --log-group-name ${quoted(group)} --start-time ${from} --end-time ${to} --query-string ${quoted(query.value)}`;
    try {
      const {queryId} = await aws('logs', 'StartQuery', {logGroupName: group, startTime: from, endTime: to, queryString: query.value});
      result.replaceChildren(...shown(await finished(queryId)), copyable(command));
    } catch (failure) {
      result.replaceChildren(h('p', {class: 'bad', role: 'alert'}, failure.message), copyable(command));
    }
  };
  return card('Insights', h('div', {class: 'fields'}, field('Sample', samples)), field('Query', query, 'wide'),
    h('div', {class: 'buttons'}, button('Run query', run, 'primary')), result);
}

async function finished(queryId) {
  for (let round = 0; round < ROUNDS; round++) {
    const answer = await aws('logs', 'GetQueryResults', {queryId});
    if (!['Scheduled', 'Running'].includes(answer.status)) return answer;
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  throw new Error('The query takes long. Narrow it.');
}

function shown({status, results = [], statistics}) {
  const rows = results.map(row => Object.fromEntries(row.filter(one => one.field !== '@ptr').map(one => [one.field, one.value])));
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))];
  const told = `${status}. Rows: ${rows.length}. Records that matched: ${statistics?.recordsMatched ?? 0}.`;
  if (!rows.length) return [h('p', {class: 'muted'}, told)];
  const amount = names.find(name => rows.every(row => row[name] !== undefined && row[name] !== '' && !Number.isNaN(Number(row[name]))) && !/port$/i.test(name));
  const label = names.find(name => name !== amount);
  const chart = amount && label && rows.length > 1
    ? [bars('Result of the query', rows.slice(0, 12).map(row => [row[label] ?? '-', Number(row[amount])]))] : [];
  return [h('p', {class: 'muted'}, told), ...chart, table('Result', names, rows.slice(0, 100).map(row => names.map(name => row[name] ?? '')))];
}
