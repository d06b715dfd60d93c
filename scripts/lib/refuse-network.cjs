'use strict';
// Loaded before a program that shall have no network, where the system has no way to take it away: of Node's ways out
// only files (Unix sockets) are left.
const { Socket } = require('node:net');
const dgram = require('node:dgram');
const dns = require('node:dns');

const refuse = () => {
  throw new Error('this program runs without a network');
};
const { connect } = Socket.prototype;
Socket.prototype.connect = function (...parameters) {
  const [target] = parameters.flat();
  const file = typeof target === 'string' && Number.isNaN(Number(target));
  return file || target?.path !== undefined ? connect.apply(this, parameters) : refuse();
};
dgram.createSocket = refuse;
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) dns[name] = refuse;
