import { describe, expect, test } from 'vitest';
import { OutputError, tellFailure, writing } from '../../../batch/commands/ground/failures.ts';
import { DeliveryError } from '../../../batch/delivery/failure.ts';
import { UsageError } from '../../../batch/options/usage-error.ts';
import { SourceError } from '../../../batch/sources/source.ts';
import { typeset } from '../../french.ts';

const WORDS = { fr: 'en français', en: 'in English' };

function told(error: unknown, language: 'fr' | 'en') {
  const talk: string[] = [];
  return { code: tellFailure(error, language, (text) => void talk.push(text)), talk };
}

describe('the code a failure ends with', () => {
  for (const [name, error, code] of [
    ['arguments', new UsageError(WORDS), 2],
    ['a source', new SourceError(WORDS), 3],
    ['an output', new OutputError(WORDS), 3],
  ] as const) {
    test(name, () => {
      expect(told(error, 'fr')).toEqual({ code, talk: [typeset('encaisse : en français')] });
      expect(told(error, 'en')).toEqual({ code, talk: ['encaisse: in English'] });
    });
  }
  for (const [failure, code] of [
    [{ code: 'setting/missing', variable: 'X' }, 2],
    [{ code: 'setting/invalid', variable: 'X', expected: WORDS }, 2],
    [{ code: 'recipients/none' }, 2],
    [{ code: 'recipients/invalid', found: 'x' }, 2],
    [{ code: 'run/busy', pid: '1', since: 'x' }, 3],
    [{ code: 'state/corrupt', path: 'x' }, 3],
    [{ code: 'state/unwritable', path: 'x', cause: 'x' }, 3],
    [{ code: 'attachment/unreadable', path: 'x', cause: 'x' }, 3],
  ] as const) {
    test(failure.code, () => expect(told(new DeliveryError(failure), 'en').code).toBe(code));
  }
});

test('a bug of ours shows where it is', () => {
  const { code, talk } = told(new Error('impossible'), 'en');
  expect(code).toBe(3);
  expect(talk[0]).toMatch(/^encaisse: Error: impossible\n {4}at .*failures\.test\.ts/);
});

test('a bug with a code, such as a wrong argument to Node, is a bug', () => {
  const error = Object.assign(new TypeError('wrong'), { code: 'ERR_INVALID_ARG_TYPE' });
  expect(told(error, 'en').talk[0]).toContain('failures.test.ts');
});

test('the system’s refusal is told without a stack', () => {
  const error = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', syscall: 'read' });
  expect(told(error, 'en')).toEqual({ code: 3, talk: ['encaisse: EIO: i/o error, read'] });
});

test('what is thrown without being an error is told as it is', () =>
  expect(told('odd', 'en')).toEqual({ code: 3, talk: ['encaisse: odd'] }));

describe('writing', () => {
  test('hands on what was written', async () => expect(await writing('x', () => 7)).toBe(7));
  test('names the file and the system’s code', async () => {
    const refused = writing('r.json', () => {
      throw Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' });
    });
    await expect(refused).rejects.toThrow('"r.json" cannot be written (ENOSPC)');
  });
  test('lets a bug pass', async () => {
    const bug = new Error('impossible');
    await expect(writing('r.json', () => Promise.reject(bug))).rejects.toBe(bug);
  });
});
