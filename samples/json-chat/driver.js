// The chat's protocol for Rejoin: lines of JSON in and out, as docs/reference/driver.md describes them.
'use strict';
const { createHash } = require('node:crypto');
const WebSocket = require('ws');

let init;
let link = null; // the newest connection: { number, socket, verdict, call, ended }
let cursor = null; // what a new process needs to resume: { session, seq }
let reads = 0;
const waiting = new Map(); // operations without an answer, by the id on the wire
const write = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const ok = (call, connection, result = {}) => write({ type: 'ok', call, connection, result });
const end = (type, call, code, message) => write({ type, call, error: { code, message } });
const place = () => write({ type: 'position', position: { epoch: cursor.session, offset: cursor.seq }, cursor });

write({
  type: 'ready', protocol: 'rejoin.driver/1', name: 'json-chat', version: '1', attachFrames: 1,
  operations: ['connect', 'resume', 'say', 'history', 'leave', 'drop'],
});

let rest = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', (text) => {
  const lines = (rest + text).split('\n');
  rest = lines.pop();
  for (const line of lines) take(JSON.parse(line));
});
process.stdin.on('end', () => process.exit(0));

function take(line) {
  if (line.type === 'init') [init, cursor] = [line, line.cursor ?? null];
  else if (line.operation === 'connect' || line.operation === 'resume') attach(line);
  else if (line.operation === 'drop') drop(line);
  else operate(line);
}

function attach({ call, operation, connection, token }) {
  if (operation === 'resume' && !cursor) return end('fail', call, 'not-possible', 'There is no session.');
  // The connection before stays open, for the service to end it; its events are not handed over any more.
  const socket = new WebSocket(init.endpoint, { perMessageDeflate: false });
  const mine = { number: connection, socket, call, begun: process.hrtime.bigint(), presented: cursor?.seq };
  link = mine;
  mine.timer = setTimeout(() => settle(mine, 'info', 'timeout', 'No answer in time.'), init.attachTimeoutMs);
  const hello = operation === 'connect' ? { type: 'hello', user: token }
    : { type: 'resume', user: token, token: cursor.session, after: cursor.seq };
  socket.on('open', () => socket.send(JSON.stringify(hello)));
  socket.on('message', (data) => { if (!mine.ended && mine === link) hear(mine, data); });
  socket.on('error', () => {}); // 'close' follows
  socket.on('close', (code, reason) => finish(mine,
    code === 1006 || code === 1005 ? { by: 'lost' } : { by: 'peer', code, reason: String(reason) }));
}

function settle(mine, type, code, message) {
  clearTimeout(mine.timer);
  if (mine.call) end(type, mine.call, code, message);
  mine.call = null;
}

function finish(mine, closed) {
  if (mine.ended) return;
  mine.ended = true;
  write({ type: 'closed', connection: mine.number, closed });
  settle(mine, closed.code >= 4400 ? 'fail' : 'info', closed.by, 'The connection ended before the answer.');
  for (const [id, asked] of waiting) {
    if (asked.link !== mine) continue;
    clearTimeout(asked.timer);
    waiting.delete(id);
    end('info', asked.call, closed.by, 'The connection ended before the answer.');
  }
}

function drop({ call, connection }) {
  if (link && !link.ended) {
    finish(link, { by: 'self' });
    link.socket.terminate();
  }
  ok(call, connection);
}

function operate({ call, operation, input }) {
  if (!link?.verdict || link.ended) return end('fail', call, 'not-sent', 'There is no connection to send it on.');
  if (operation === 'leave') {
    link.leaving = call;
    return link.socket.send(JSON.stringify({ type: 'bye' }), () => ok(call, link.number));
  }
  const id = input?.id ?? `read-${link.number}-${++reads}`;
  const timer = setTimeout(() => waiting.delete(id) && end('info', call, 'timeout', 'No answer in time.'),
    init.operationTimeoutMs);
  waiting.set(id, { call, timer, link });
  link.socket.send(JSON.stringify({ type: operation, id, text: input?.text }));
}

function hear(mine, data) {
  const message = JSON.parse(data);
  if (message.type === 'session') {
    mine.verdict = message;
    cursor = { session: message.token, seq: message.after };
  } else if (message.type === 'event') {
    write({ type: 'received', connection: mine.number, received: event(mine, message, data) });
    cursor.seq = message.seq;
    place();
  } else if (message.type === 'live') {
    mine.live = true;
    place();
    clearTimeout(mine.timer);
    if (mine.call) ok(mine.call, mine.number, { attach: verdict(mine, message.seq) });
    mine.call = null;
  } else answer(mine, message);
}

function answer(mine, { type, id, seq, duplicate, code, messages }) {
  const asked = waiting.get(id);
  if (!asked) return;
  waiting.delete(id);
  clearTimeout(asked.timer);
  if (type === 'error') end('fail', asked.call, code, 'The service refused it.');
  else ok(asked.call, mine.number, { offset: seq, duplicate, history: messages?.map(view) });
}

const role = (message) => (message.from === 'assistant' ? 'agent' : message.from);
const view = (message) => ({
  id: message.id, role: role(message), text: message.text, offset: message.seq, at: message.at, turn: message.turn,
});
const event = (mine, message, data) => ({
  kind: message.kind === 'delta' ? 'delta' : `${role(message)}_message`,
  epoch: mine.verdict.token, offset: message.seq, at: message.at, replayed: !mine.live, id: message.id,
  turn: message.turn, deltaIndex: message.index, text: message.text,
  digest: createHash('sha256').update(data).digest('hex').slice(0, 16),
});
const verdict = ({ verdict: v, begun, presented }, replayed) => ({
  outcome: v.resumed ? 'resumed' : 'opened', serviceSession: v.token, principal: v.user, epoch: v.token, head: v.seq,
  from: v.resumed ? v.after : undefined, presentedEpoch: v.resumed ? v.token : undefined,
  presentedOffset: v.resumed ? presented : undefined, replayedOffset: replayed,
  elapsedNs: Number(process.hrtime.bigint() - begun),
});
