// A client that is cut off, and its way back. Needs only Node and the tool `rejoin`:
//   node --experimental-websocket resume.test.mjs        (Node 22 and newer: without the option)
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

// The service under test: it counts the messages of all connections, in short text frames.
let count = 0;
const service = createServer().on('upgrade', (request, socket) => {
  const key = request.headers['sec-websocket-key'] + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
  const accept = createHash('sha1').update(key).digest('base64');
  socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
    `Sec-WebSocket-Accept: ${accept}\r\n\r\n`);
  socket.on('error', () => {});
  socket.on('data', (frame) => {
    if ((frame[0] & 0xf) === 1) {
      const text = Buffer.from(String(++count));
      socket.write(Buffer.concat([Buffer.from([0x81, text.length]), text]));
    } else {
      socket.end();
    }
  });
});
service.listen(0, '127.0.0.1');
await once(service, 'listening');

const proxy = spawn(process.env.REJOIN ?? 'rejoin',
  ['proxy', '--upstream', `ws://127.0.0.1:${service.address().port}/`, '--json'],
  { stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const [ready] = await once(createInterface(proxy.stdout), 'line');
  const { url, api } = JSON.parse(ready);

  const plan = {
    schema: 'rejoin.plan/1',
    faults: [{
      id: 'after-the-second',
      at: { connection: 1, direction: 's2c', frame: 2, position: 'after' },
      do: { kind: 'rst' },
    }],
  };
  const put = await fetch(new URL('/links/1/plan', api), { method: 'PUT', body: JSON.stringify(plan) });
  assert.equal(put.status, 200);

  const first = await open(url);
  assert.equal(await ask(first), '1');
  assert.equal(await ask(first), '2');
  await closed(first);
  const second = await open(url);
  assert.equal(await ask(second), '3');
  second.close();

  const { observations } = await (await fetch(new URL('/links/1/observations', api))).json();
  assert.deepEqual(
    observations.filter((each) => each.type === 'injection').map((each) => [each.fault, each.state]),
    [['after-the-second', 'Fired']]);
  console.log('resumed after a reset, as planned');
} finally {
  proxy.kill('SIGTERM');
  service.close();
  service.closeAllConnections();
}
await once(proxy, 'exit');
process.exit();

async function open(url) {
  const socket = new WebSocket(url);
  socket.over = new Promise((resolve) => socket.addEventListener('close', resolve));
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  return socket;
}

function ask(socket) {
  const answer = new Promise((resolve) => socket.addEventListener('message', (e) => resolve(e.data), { once: true }));
  socket.send('count');
  return answer;
}

function closed(socket) {
  return socket.over;
}
