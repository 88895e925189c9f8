// Flow logs: their records as they come, who talks most, and queries.

import {h, badge, button, card, code, field, later, options, say, table} from '../dom.js';
import {all, aws, control, here} from '../api.js';
import {follow, onChange} from '../stream.js';
import {bars, stacked} from '../chart.js';
import {cli, quoted} from '../cli.js';
import {insights} from '../insights.js';
import {byPort, fieldsOf, overTime, parse, protocolName, talkers} from '../records.js';

export const title = 'Flow logs';

const ROUND = 4000;
const HOURS = 6 * 3600_000;
const ROWS = 200;
const MOST = 10_000;

export async function show(main) {
  const flowLogs = await all('DescribeFlowLogs', 'FlowLogs');
  const groups = [...new Set(flowLogs.filter(one => one.LogGroupName).map(one => one.LogGroupName))];
  const again = () => dispatchEvent(new Event('hashchange'));
  if (!groups.length) {
    main.replaceChildren(h('div', {class: 'head'}, h('h1', {}, title)),
      flowLogs.length ? list(flowLogs) : '', nothingYet(flowLogs), cli('aws ec2 describe-flow-logs'));
    return onChange(here(), again);
  }
  const view = new Records(flowLogs, groups);
  main.replaceChildren(h('div', {class: 'head'}, h('h1', {}, title), view.tools), view.element, list(flowLogs), view.commands);
  await view.read();
  const timer = setInterval(() => {
    // A round that fails is said by the sign at the top; the next one tries again.
    if (!document.hidden && !view.paused) view.read().catch(() => {});
  }, ROUND);
  const end = follow(call => !call.error && /^(Create|Delete)FlowLogs$/.test(call.action) && again());
  return () => {
    clearInterval(timer);
    end();
  };
}

function list(flowLogs) {
  return card('Subscriptions', table('Flow logs', ['Flow log', 'Resource', 'Traffic', 'Destination', 'Interval', 'Delivery'],
    flowLogs.map(one => [code(one.FlowLogId), code(one.ResourceId), one.TrafficType,
      one.LogGroupName ?? one.LogDestination ?? '', `${one.MaxAggregationInterval} s`, badge(one.DeliverLogsStatus ?? one.FlowLogStatus)])));
}

function nothingYet(flowLogs) {
  return h('div', {class: 'empty'},
    h('h2', {}, flowLogs.length ? 'No flow log delivers to CloudWatch Logs' : 'No flow log yet'),
    h('p', {}, flowLogs.length ? 'Records in S3 are files; this page shows those in log groups. Create one with:' : 'Create one, then send traffic:'),
    h('pre', {}, 'aws ec2 create-flow-logs --resource-type VPC --resource-ids vpc-… --traffic-type ALL \\\n  --log-group-name flow-logs --deliver-logs-permission-arn arn:aws:iam::…:role/flow-logs --max-aggregation-interval 60'));
}

async function exists(group) {
  const {logGroups} = await aws('logs', 'DescribeLogGroups', {logGroupNamePrefix: group});
  return logGroups.some(one => one.logGroupName === group);
}

class Records {
  constructor(flowLogs, groups) {
    this.flowLogs = flowLogs;
    this.records = [];
    this.paused = false;
    this.group = h('select', {onchange: () => this.read()}, options(groups, groups[0]));
    this.text = h('input', {type: 'search', placeholder: '10.0.1.5 REJECT', autocomplete: 'off', spellcheck: 'false', oninput: later(() => this.draw(), 120)});
    this.action = h('select', {onchange: () => this.draw()}, options([['', 'all'], ['ACCEPT', 'accepted'], ['REJECT', 'rejected']], ''));
    this.tools = h('div', {class: 'buttons'},
      button('Deliver now', async () => {
        await control('POST', 'flow-logs/flush');
        await this.read();
        say('Delivered.');
      }),
      button('Pause', () => {
        this.paused = !this.paused;
        this.pauseButton().textContent = this.paused ? 'Resume' : 'Pause';
      }));
    this.charts = h('div', {});
    this.rows = h('div', {}, h('p', {class: 'none'}, 'Reading the records …'));
    this.commands = cli(`aws logs tail ${quoted(groups[0])} --follow`,
      `aws logs filter-log-events --log-group-name ${quoted(groups[0])} --filter-pattern REJECT`, 'aws ec2 describe-flow-logs');
    this.element = h('div', {},
      h('div', {class: 'card fields'}, field('Log group', this.group, 'grow'), field('Filter', this.text, 'grow'), field('Action', this.action)),
      this.charts, card('Records', this.rows), insights(() => ({
        group: this.group.value, from: Math.floor((this.now - 30 * 24 * 3600_000) / 1000), to: Math.ceil(this.now / 1000) + 3600,
      })));
  }

  pauseButton() {
    return this.tools.lastElementChild;
  }

  async read() {
    this.now = Date.parse((await control('GET', 'clock')).time);
    const group = this.group.value;
    const fields = fieldsOf(this.flowLogs.find(one => one.LogGroupName === group));
    const events = [];
    let nextToken;
    // The first delivery makes the group.
    let more = await exists(group);
    while (more && events.length < MOST) {
      const page = await aws('logs', 'FilterLogEvents', {logGroupName: group, startTime: this.now - HOURS, ...(nextToken ? {nextToken} : {})});
      events.push(...page.events);
      nextToken = page.nextToken;
      more = Boolean(nextToken);
    }
    const mark = `${group} ${events.length} ${events.at(-1)?.eventId}`;
    if (mark === this.mark) return;
    this.mark = mark;
    this.records = events.map(event => parse(event, fields)).reverse();
    this.draw();
  }

  draw() {
    const words = this.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.records.filter(one => (!this.action.value || one.action === this.action.value)
      && words.every(word => one.line.toLowerCase().includes(word)));
    const counted = found.filter(one => one['log-status'] !== 'NODATA' && one['log-status'] !== 'SKIPDATA');
    this.charts.replaceChildren(h('div', {class: 'triple'},
      card('Accepted and rejected over time', counted.length ? stacked('Records over time', ['accepted', 'rejected'], overTime(counted)) : h('p', {class: 'none'}, 'nothing yet')),
      card('Top talkers', bars('Bytes by source and destination', talkers(counted), ' B')),
      card('By port', bars('Records by destination port', byPort(counted)))));
    this.rows.replaceChildren(counted.length ? table('Records', ['End (UTC)', 'Interface', 'Source', 'Destination', 'Protocol', 'Packets', 'Bytes', 'Action'],
      counted.slice(0, ROWS).map(one => [new Date(one.time).toISOString().slice(0, 19).replace('T', ' '), code(one['interface-id'] ?? '-'),
        `${one.srcaddr ?? '-'}:${one.srcport ?? '-'}`, `${one.dstaddr ?? '-'}:${one.dstport ?? '-'}`, protocolName(one.protocol), one.packets ?? '-', one.bytes ?? '-',
        badge(one.action ?? '-')]), 'records')
      : h('p', {class: 'none'}, words.length || this.action.value ? 'No record fits the filter.' : 'No record yet. Send traffic (Why), then wait for the window to end, or deliver now.'));
  }
}
