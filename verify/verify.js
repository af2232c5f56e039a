#!/usr/bin/env node
// Verifies what an Ombud proves: node verify.js KEY FILE... (docs/audit.md says what the files are, and what it proves).
//
// KEY is the municipality's verifier key. A FILE is a checkpoint that was kept, a proof of a case or a report, or a proof that one
// checkpoint continues another. Ends with 0 where all of it holds, with 1 where something does not, with 2 where a file is none of these.
'use strict';
const crypto = require('node:crypto');
const fs = require('node:fs');

class Wrong extends Error {}

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), crypto.createHash('sha256')).digest();
const parent = (left, right) => sha256(Buffer.of(1), left, right);

function decode(text) {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new Error('it has Base64 that is none');
  return bytes;
}

// A raw Ed25519 key behind the header that says so (RFC 8410).
function signed(key, text, signature) {
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key]);
  return crypto.verify(null, text, crypto.createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
}

// Size and root of a signed checkpoint (C2SP tlog-checkpoint, signed-note).
const known = new Map();
function checkpoint(note, key) {
  if (known.has(note + key)) return known.get(note + key);
  const [name, id, publicKey] = [...key.split('+', 2), key.split('+').slice(2).join('+')];
  const end = note.indexOf('\n\n');
  if (end < 0) throw new Error('it is no checkpoint');
  const [text, lines] = [note.slice(0, end), note.slice(0, end).split('\n')];
  if (lines[0] !== name) throw new Wrong(`the checkpoint is of ${lines[0]}, and the key of ${name}`);
  const mine = note.slice(end + 2).split('\n').filter(line => line.startsWith(`— ${name} `)).map(line => decode(line.split(' ')[2]));
  const isMine = s => s.subarray(0, 4).toString('hex') === id && signed(decode(publicKey).subarray(1), Buffer.from(text + '\n'), s.subarray(4));
  if (!mine.some(isMine)) throw new Wrong('the checkpoint is not signed by this key');
  if (!/^\d+$/.test(lines[1])) throw new Error('it is no checkpoint');
  const read = { size: Number(lines[1]), root: decode(lines[2]) };
  known.set(note + key, read);
  return read;
}

// RFC 9162, 2.1.3.2 and 2.1.4.2: the hashes of a path, each with whether it stands on the left. Halved, not shifted: 2^31 is not the end.
const half = number => Math.floor(number / 2);
function climb(index, last, path, step) {
  for (const hash of path) {
    if (last === 0) throw new Wrong('a path is too long');
    const left = index % 2 === 1 || index === last;
    step(hash, left);
    while (left && index % 2 === 0 && index > 0) [index, last] = [half(index), half(last)];
    [index, last] = [half(index), half(last)];
  }
  if (last) throw new Wrong('a path is too short');
}

function included(leaf, index, size, path, root) {
  if (!(Number.isInteger(index) && 0 <= index && index < size)) throw new Wrong('an event is no leaf of a tree of that size');
  let here = sha256(Buffer.of(0), leaf);
  climb(index, size - 1, path, (hash, left) => (here = left ? parent(hash, here) : parent(here, hash)));
  if (!here.equals(root)) throw new Wrong(`event ${index} is not what the checkpoint covers`);
}

function continued(from, to, path) {
  const wrong = new Wrong('the later checkpoint does not continue the earlier one');
  if (!(0 < from.size && from.size <= to.size)) throw wrong;
  if (from.size === to.size) {
    if (path.length || !from.root.equals(to.root)) throw wrong;
    return;
  }
  if (Number.isInteger(Math.log2(from.size))) path = [from.root, ...path];
  if (!path.length) throw wrong;
  let [index, last, old, now] = [from.size - 1, to.size - 1, path[0], path[0]];
  while (index % 2 === 1) [index, last] = [half(index), half(last)];
  climb(index, last, path.slice(1), (hash, left) => {
    if (left) old = parent(hash, old);
    now = left ? parent(hash, now) : parent(now, hash);
  });
  if (!old.equals(from.root) || !now.equals(to.root)) throw wrong;
}

function events(proof, key) {
  const { size, root } = checkpoint(proof.checkpoint, key);
  const before = new Map();
  for (const each of proof.events) {
    included(Buffer.from(each.leaf), each.index, size, each.path.map(decode), root);
    const { event, hash } = JSON.parse(each.leaf);
    const text = each.leaf.slice('{"event":'.length, each.leaf.lastIndexOf(',"hash":"'));
    if (event.seal > 1 && sha256(text).toString('hex') !== hash) throw new Wrong(`event ${each.index} is not what its seal covers`);
    const last = `${event.stream} ${event.version - 1}`;
    if (before.has(last) && before.get(last) !== event.previous) throw new Wrong(`event ${each.index} does not follow the one before it`);
    before.set(`${event.stream} ${event.version}`, hash);
    if (event.type === 'report_published' && sha256(event.data.document).toString('hex') !== event.data.digest)
      throw new Wrong('the published document has not the digest that was published with it');
  }
  const earlier = place => `${place.split(' ')[0]} ${Number(place.split(' ')[1]) - 1}`;
  const whole = [...before.keys()].every(place => place.endsWith(' 1') || before.has(earlier(place)));
  return `${before.size} events are what the checkpoint of ${size} covers${whole ? ', and none before them is missing' : ''}`;
}

// One file. Answers what holds, or throws Wrong; any other error says that it is no such file.
function verify(text, key) {
  if (!text.trimStart().startsWith('{')) return `a checkpoint of ${checkpoint(text, key).size} events, signed by this key`;
  const proof = JSON.parse(text);
  if (!key.split('+')[0].endsWith(`/${proof.municipality}`)) throw new Wrong('the proof is of another municipality than the key');
  if (proof.events) return events(proof, key);
  const [from, to] = [checkpoint(proof.from, key), checkpoint(proof.to, key)];
  continued(from, to, proof.path.map(decode));
  return `the checkpoint of ${to.size} continues that of ${from.size}`;
}

function main(key, ...files) {
  const kept = new Map();
  let code = 0;
  for (const name of files) {
    try {
      const text = fs.readFileSync(name, 'utf8');
      let said;
      for (const one of name.endsWith('.ndjson') ? text.split('\n').filter(line => line) : [text]) {
        said = verify(one, key);
        const proof = one.trimStart().startsWith('{') ? JSON.parse(one) : { checkpoint: one };
        for (const note of [proof.checkpoint, proof.from, proof.to].filter(note => note)) {
          const { size, root } = checkpoint(note, key);
          if (!(kept.get(size) ?? root).equals(root))
            throw new Wrong(`two checkpoints of ${size} events have different roots: history was written anew`);
          kept.set(size, root);
        }
      }
      console.log(`${name}: ${said}.`);
    } catch (wrong) {
      console.log(`${name}: ${wrong instanceof Wrong ? 'WRONG: ' + wrong.message + '.' : 'this is no checkpoint and no proof: ' + wrong.message}`);
      code = wrong instanceof Wrong ? Math.max(code, 1) : 2;
    }
  }
  return code;
}

if (require.main === module) {
  if (process.argv.length < 4) {
    console.error('node verify.js KEY FILE...');
    process.exit(2);
  }
  process.exitCode = main(...process.argv.slice(2));
}
module.exports = { verify, checkpoint, included, continued, Wrong };
