// A complete driver for `rejoin driver-test` and `rejoin run`, in Node: it speaks rejoin.v1 with the WebSocket that
// Node 22 has (Node 20: behind a flag, which the line below sets). Lines in and out: docs/reference/driver.md.
'use strict';
const { createHash } = require('node:crypto');
const { spawn } = require('node:child_process');
if (typeof WebSocket === 'undefined') {
  if (process.execArgv.includes('--experimental-websocket')) throw new Error('this driver needs Node 20.10 or newer');
  const node = spawn(process.execPath, ['--experimental-websocket', __filename], { stdio: 'inherit' });
  node.on('exit', (code) => process.exit(code ?? 1));
} else main();

function main() {
  let init;
  let link = null; // the current connection: { number, socket, verdict, pending, epoch, live }
  let cursor = null; // what a new process needs to resume: { session, epoch, offset }
  const waiting = new Map(); // operations without an answer, by the id on the wire
  let ids = 0;
  const write = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
  const ok = (call, result = {}, connection = undefined) => write({ type: 'ok', call, connection, result });
  const end = (type, call, code, message) => write({ type, call, error: { code, message } });
  const place = () => write({ type: 'position', position: { epoch: cursor.epoch, offset: cursor.offset }, cursor });

  write({
    type: 'ready', protocol: 'rejoin.driver/1', name: 'node-example', version: process.version, attachFrames: 1,
    operations: 'connect resume say set start history context effects refresh leave drop'.split(' '),
  });

  let rest = '';
  process.stdin.setEncoding('utf8');
  process.stdin.on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines) take(JSON.parse(line));
  });
  process.stdin.on('end', () => process.exit(0)); // the tool is gone, or done with this client

  function take(line) {
    if (line.type === 'init') [init, cursor] = [line, line.cursor ?? null];
    else if (line.operation === 'connect' || line.operation === 'resume') attach(line);
    else if (line.operation === 'drop') { abandon('dropped'); ok(line.call); }
    else operate(line);
  }

  function attach({ call, operation, connection, token }) {
    abandon('replaced');
    if (operation === 'resume' && !cursor) return end('fail', call, 'not-possible', 'There is no session.');
    const presented = operation === 'resume' ? { ...cursor } : null;
    const socket = new WebSocket(init.endpoint, 'rejoin.v1');
    const mine = { number: connection, socket, call, presented, begun: process.hrtime.bigint(), verdict: null };
    link = mine;
    mine.timer = setTimeout(() => settle(mine, 'timeout', 'No verdict in time.'), init.attachTimeoutMs);
    socket.onopen = () => socket.send(JSON.stringify({
      type: 'hello', token, session: presented?.session, epoch: presented?.epoch, offset: presented?.offset,
    }));
    socket.onmessage = ({ data }) => { if (!mine.ended) hear(mine, data); };
    socket.onclose = ({ code, reason }) => finish(mine, code === 1006 ? { by: 'lost' } : { code, reason, by: 'peer' });
    socket.onerror = () => {}; // onclose follows
  }

  function settle(mine, code, message, type = 'info') { // an attach without a verdict: unknown, unless it was refused
    clearTimeout(mine.timer);
    if (mine.call) end(type, mine.call, code, message);
    mine.call = null;
  }

  function finish(mine, closed) {
    if (mine.ended) return;
    mine.ended = true;
    write({ type: 'closed', connection: mine.number, closed });
    settle(mine, closed.by, 'The connection ended before the verdict.', closed.code ? 'fail' : 'info');
    for (const { call, timer } of waiting.values()) {
      clearTimeout(timer);
      end('info', call, closed.by, 'The connection ended before the answer.');
    }
    waiting.clear();
  }

  function abandon(reason) {
    if (!link || link.ended) return;
    finish(link, { by: 'self', reason });
    link.socket.close();
  }

  function operate({ call, operation, token, input }) {
    if (!link?.verdict || link.ended) return end('fail', call, 'not-sent', 'There is no connection to send it on.');
    const reads = ['history', 'context', 'effects'].includes(operation);
    const { id = `${init.session}-x${link.number}-${++ids}`, text, scope, key, workflow } = input;
    const value = operation === 'set' ? JSON.parse(input.value) : undefined;
    const timer = setTimeout(() => waiting.delete(id) && end('info', call, 'timeout', 'No answer in time.'),
      init.operationTimeoutMs);
    waiting.set(id, { call, operation, timer });
    const what = reads ? operation : undefined;
    const type = reads ? 'read' : operation;
    link.socket.send(JSON.stringify({ type, what, id, text, scope, key, value, workflow, token }));
  }

  function hear(mine, data) {
    const message = JSON.parse(data);
    const { type } = message;
    if (type === 'opened' || type === 'resumed' || type === 'reset') {
      mine.verdict = message;
      if (type !== 'resumed') cursor = { session: message.session, epoch: message.epoch, offset: 0 };
    } else if (type === 'snapshot') {
      mine.snapshot = message;
      cursor.offset = message.offset;
    } else if (type === 'event') {
      write({ type: 'received', connection: mine.number, received: event(mine, message, data) });
      cursor.offset = message.offset;
      if (message.offset % mine.verdict.limits.ackEveryEvents === 0) {
        mine.socket.send(JSON.stringify({ type: 'ack', offset: message.offset }));
      }
      place();
    } else if (type === 'replayed') {
      mine.live = true;
      place();
      if (mine.call) ok(mine.call, { attach: verdict(mine, message.offset) }, mine.number);
      mine.call = null;
      clearTimeout(mine.timer);
    } else if (type === 'notice') write({ type, connection: mine.number, notice: `notice ${message.code}` });
    else answer(mine, message);
  }

  function answer(mine, { type, id, offset, duplicate, code, message, history, context, effects }) {
    const asked = waiting.get(id);
    if (!asked) return;
    waiting.delete(id);
    clearTimeout(asked.timer);
    if (type === 'refused') end('fail', asked.call, code, message);
    else ok(asked.call, { offset, duplicate, history, context: context && view(context), effects }, mine.number);
  }

  const texts = (map) => Object.fromEntries(Object.entries(map).map(([key, value]) => [key, JSON.stringify(value)]));
  const view = ({ session, principal, memory, preferences, workflows }) => ({
    serviceSession: session, principal, memory: texts(memory), preferences: texts(preferences),
    workflows: workflows.map((each) => ({ ...each, toolCalls: each.toolCalls.map((call) => call.effect) })),
  });
  const event = (mine, { offset, at, data: { index, value, ...data } }, text) => ({
    ...data, epoch: mine.verdict.epoch, offset, at, replayed: !mine.live, deltaIndex: index,
    value: value === undefined ? undefined : JSON.stringify(value),
    digest: createHash('sha256').update(text).digest('hex').slice(0, 16),
  });
  const verdict = ({ verdict: v, presented, snapshot, begun }, replayed) => ({
    outcome: v.type, serviceSession: v.session, principal: v.principal, epoch: v.epoch, head: v.head,
    generation: v.generation, from: v.from, mode: v.mode, degraded: v.degraded, reason: v.reason,
    presentedEpoch: presented?.epoch, presentedOffset: presented?.offset,
    snapshotOffset: snapshot?.offset, snapshotHistory: snapshot?.history, replayedOffset: replayed,
    elapsedNs: Number(process.hrtime.bigint() - begun),
  });
}
