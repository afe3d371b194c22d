// A chat with an assistant, in JSON over WebSocket. A client says hello with a name and gets a session token; after a
// lost connection it comes back with the token and the number of the last event that it has. Sessions are in memory.
'use strict';
const { randomUUID } = require('node:crypto');
const { WebSocketServer } = require('ws');

const KEEP_MS = Number(process.env.KEEP_MS ?? 120_000); // how long a session outlives its connection
const REPLACED = 4001;
const sessions = new Map(); // token: { token, user, events, said, socket, timer }

// CONTROL=skip-on-resume plants a loss on purpose, to see that it is found: a resume leaves out one event.
const SKIP = process.env.CONTROL === 'skip-on-resume' ? 1 : 0;
// CONTROL=forget-on-resume plants another: a resume drops the newest message that was said.
const FORGET = process.env.CONTROL === 'forget-on-resume';

const send = (socket, message) => socket?.readyState === 1 && socket.send(JSON.stringify(message));

function append(session, event) {
  const full = { type: 'event', seq: session.events.length + 1, at: new Date().toISOString(), ...event };
  session.events.push(full);
  send(session.socket, full);
  return full;
}

function attach(socket, session, after, resumed) {
  clearTimeout(session.timer);
  if (FORGET && resumed) forget(session);
  const old = session.socket;
  session.socket = socket;
  old?.close(REPLACED, 'replaced by a newer connection');
  const { token, user, events } = session;
  send(socket, { type: 'session', token, user, resumed, after, seq: events.length });
  for (const event of events.slice(after + (resumed ? SKIP : 0))) send(socket, event);
  send(socket, { type: 'live', seq: events.length });
}

function forget(session) {
  const newest = session.events.findLast((event) => event.kind === 'message' && event.from === 'user');
  if (newest) newest.hidden = true;
}

function open(socket, { user }) {
  if (typeof user !== 'string' || user.length === 0 || user.length > 100) return socket.close(4400, 'no user');
  const session = { token: randomUUID(), user, events: [], said: new Map(), socket: null, timer: null };
  sessions.set(session.token, session);
  attach(socket, session, 0, false);
  return session;
}

function resume(socket, { user, token, after }) {
  const session = sessions.get(token);
  if (!session || session.user !== user) return socket.close(4404, 'unknown session');
  if (!Number.isInteger(after) || after < 0 || after > session.events.length) return socket.close(4400, 'bad after');
  attach(socket, session, after, true);
  return session;
}

function say(session, socket, { id, text }) {
  if (typeof id !== 'string' || typeof text !== 'string') return send(socket, { type: 'error', id, code: 'bad' });
  const known = session.said.get(id);
  if (known) return send(socket, { type: 'ok', id, seq: known, duplicate: true });
  const { seq } = append(session, { kind: 'message', from: 'user', id, text });
  session.said.set(id, seq);
  send(socket, { type: 'ok', id, seq });
  reply(session, id, text);
}

// The assistant streams its answer, whoever is there to hear it.
function reply(session, turn, text) {
  const words = `You said: ${text} That is noted.`.split(/(?<= )/);
  let index = 0;
  const step = () => {
    if (index < words.length) {
      append(session, { kind: 'delta', turn, index, text: words[index++] });
      setTimeout(step, 1);
    } else {
      append(session, { kind: 'message', from: 'assistant', id: `${turn}-reply`, turn, text: words.join('') });
    }
  };
  setTimeout(step, 1);
}

const history = (session) => session.events.filter((event) => event.kind === 'message' && !event.hidden);

const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env.PORT ?? 8080), maxPayload: 65_536 });
server.on('listening', () => console.log(`listening on ${server.address().port}`));
server.on('connection', (socket) => {
  let session = null;
  socket.on('message', (data) => {
    let message;
    try {
      message = JSON.parse(data);
    } catch {
      return socket.close(4400, 'not JSON');
    }
    if (!session) {
      if (message.type === 'hello') session = open(socket, message);
      else if (message.type === 'resume') session = resume(socket, message);
      else socket.close(4400, 'hello first');
    } else if (session.socket !== socket) return; // a newer connection has the session
    else if (message.type === 'say') say(session, socket, message);
    else if (message.type === 'history') send(socket, { type: 'history', id: message.id, messages: history(session) });
    else if (message.type === 'bye') {
      sessions.delete(session.token);
      socket.close(1000, 'bye');
    }
  });
  socket.on('error', () => {}); // 'close' follows
  socket.on('close', () => {
    if (session?.socket !== socket) return;
    session.socket = null;
    session.timer = setTimeout(() => sessions.delete(session.token), KEEP_MS).unref();
  });
});
process.on('SIGTERM', () => process.exit(0));
