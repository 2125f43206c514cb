import { expect, test } from 'vitest';
import { builtFileFaults, listFaults } from '../../appsscript/built-file.ts';

const NAMES = ['Encaisse_', 'onOpen'];
const SERVICES = ['SpreadsheetApp'];
const SOUND = `
  var Encaisse_ = (() => {
    const { a, b: [c = 1], ...rest } = { a: 1, b: [] };
    class Line { total(vat) { return vat.rate; } }
    loop: for (const item of [a, c, rest]) { if (!item) continue loop; }
    try { new Line().total({ rate: 0 }); } catch (error) { console.log(error, typeof process, arguments.length); }
    return { onOpen: function self() { return [self, SpreadsheetApp.getUi(), new.target]; } };
  })();
  function onOpen(...args) { return Encaisse_.onOpen(...args); }`;

test('a sound script has no faults', () => {
  expect(builtFileFaults(SOUND, NAMES, SERVICES)).toEqual([]);
});

for (const [what, code, fault] of [
  ['a timer', `${SOUND} onOpen.later = () => setTimeout(onOpen, 1);`, 'global setTimeout is not declared'],
  ['a name known in another function only', `${SOUND} onOpen.x = () => rest;`, 'global rest is not declared'],
  ['a shorthand property', `${SOUND} onOpen.x = () => ({ URL });`, 'global URL is not declared'],
  ['a computed key', `${SOUND} onOpen.x = () => ({ [crypto]: 1 });`, 'global crypto is not declared'],
  ['a default value', `${SOUND} onOpen.x = (a = window) => a;`, 'global window is not declared'],
  ['a second function', `${SOUND} function helper() {}`, 'top-level name helper is not declared'],
  ['a second variable', `${SOUND} const { helper } = onOpen;`, 'top-level name helper is not declared'],
  [
    'a service nobody needs',
    SOUND.replace('SpreadsheetApp.getUi()', '1'),
    'global SpreadsheetApp is declared but missing',
  ],
] as const) {
  test(`${what} is refused`, () => expect(builtFileFaults(code, NAMES, SERVICES)).toEqual([fault]));
}

for (const [what, code] of [
  ['a private field', 'class A { #a = 1; }'],
  ['a static field', 'class A { static a = 1; }'],
  ['optional chaining', 'var a = {}; a?.b;'],
  ['an import', "import a from 'a';"],
  ['a top-level await', 'await 1;'],
] as const) {
  test(`${what} is no script of ES2019`, () => {
    expect(builtFileFaults(code, [], [])).toEqual([
      expect.stringContaining('not a script of ES2019: SyntaxError'),
    ]);
  });
}

test('an endpoint too many and one too few are both named', () => {
  expect(listFaults('endpoint', ['onOpen', 'helper'], ['onOpen', 'onInstall'])).toEqual([
    'endpoint helper is not declared',
    'endpoint onInstall is declared but missing',
  ]);
});
