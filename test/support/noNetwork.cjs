/* Preloaded into a program: whatever reaches for a network fails there, and is told of in the file that NO_NETWORK_LOG names. */
const { appendFileSync } = require('node:fs');

function refuse(what) {
  return () => {
    appendFileSync(process.env.NO_NETWORK_LOG, `${what}\n`);
    throw new Error(`${what} was called.`);
  };
}

const net = require('node:net');
net.Socket.prototype.connect = refuse('net.connect');
net.Server.prototype.listen = refuse('net.listen');
const dns = require('node:dns');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[name] = refuse(`dns.${name}`);
  dns.promises[name] = refuse(`dns.promises.${name}`);
}
for (const name of ['http', 'https']) {
  const module = require(`node:${name}`);
  module.request = refuse(`${name}.request`);
  module.get = refuse(`${name}.get`);
}
require('node:tls').connect = refuse('tls.connect');
require('node:http2').connect = refuse('http2.connect');
require('node:dgram').createSocket = refuse('dgram.createSocket');
for (const name of ['fetch', 'WebSocket', 'EventSource']) globalThis[name] = refuse(name);
