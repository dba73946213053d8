/* eslint @typescript-eslint/no-explicit-any: off, @typescript-eslint/no-unsafe-assignment: off, @typescript-eslint/no-unsafe-member-access: off --
   vectors have as many shapes as there are texts */
/** The golden vectors of schemas/vectors, which the server runs too. A difference here is a difference on the wire. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { verifiesText } from '../signer/keys';
import { decode, encode } from './base64url';
import { derive } from './derived-ids';
import { hashText } from './digests';
import { readField } from './fields';
import { VersionUnknown, readHead } from './heads';
import { ScopeUnknown, scopeFor } from './home';
import { parseInstant, writeInstant } from './instants';
import { KINDS, kindOf } from './kinds/registry';
import { misfitsOf } from './kinds/schemas';
import { readOperation } from './operation';
import { isNarrowerClass, isWider, parseScope } from './scopes';
import { show } from './show';
import {
  readBatch,
  readPhotoReceipt,
  readReceipt,
  readRelease,
  readSigner,
  readSignerEnd,
} from './signed-texts';
import { fold, type EntityState, type Folding } from './state';
import { readText } from './texts';
import { leadingVersion } from './versions';

const FOLDER = fileURLToPath(new URL('../../../../schemas/vectors/', import.meta.url));

type Case = Record<string, any>;

function vectors(path: string): Case {
  return JSON.parse(readFileSync(FOLDER + path, 'utf8')) as Case;
}

function cases(path: string): Case[] {
  const { cases: found } = vectors(path) as { cases: Case[] };
  expect(found.length).toBeGreaterThan(0);
  return found;
}

function accepts(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

describe('texts', () => {
  it.each(cases('text/base64url.json'))('base64url $text', ({ text, hex }) => {
    if (hex === undefined || hex === null) expect(() => decode(text as string)).toThrow(RangeError);
    else {
      expect(Buffer.from(decode(text as string)).toString('hex')).toBe(hex);
      expect(encode(Uint8Array.from(Buffer.from(hex as string, 'hex')))).toBe(text);
    }
  });

  it.each(cases('text/hashes.json'))('the hash of $text', ({ text, hash }) => {
    expect(hashText(text as string)).toBe(hash);
  });

  it.each(cases('text/instants.json'))('the time $text', ({ text, ms }) => {
    if (ms === undefined || ms === null) expect(() => parseInstant(text as string)).toThrow(RangeError);
    else {
      expect(parseInstant(text as string)).toBe(ms);
      expect(writeInstant(ms as number)).toBe(text);
    }
  });

  it.each(cases('text/texts.json'))('a text: $name', ({ text: whole, parts, limit, accepted, value }) => {
    const text = (whole ??
      (parts as [string, number][]).map(([one, times]) => one.repeat(times)).join('')) as string;
    expect(accepts(() => readText(text, limit as number))).toBe(accepted);
    if (accepted && value !== undefined) expect(readText(text, limit as number)).toEqual(value);
  });

  it.each(cases('text/fields.json'))('a field: $name', ({ text, accepted, field }) => {
    expect(accepts(() => readField(text as string))).toBe(accepted);
    if (accepted) expect(readField(text as string)).toEqual(field);
  });

  it.each(cases('head/heads.json'))('a head: $name', ({ text, outcome, id }) => {
    const found = (() => {
      try {
        readHead(text as string);
        return 'accepted';
      } catch (error) {
        return error instanceof VersionUnknown ? 'version_unknown' : 'refused';
      }
    })();
    expect(found).toBe(outcome);
    if (outcome === 'accepted') expect(hashText(text as string)).toBe(id);
  });

  it.each([
    ['batch/batches.json', readBatch],
    ['receipt/receipts.json', readReceipt],
    ['receipt/photos.json', readPhotoReceipt],
    ['receipt/releases.json', readRelease],
    ['signer/signers.json', readSigner],
    ['signer/ends.json', readSignerEnd],
  ])('%s', (path, read) => {
    for (const { name, text, accepted } of cases(path)) {
      expect([name, accepts(() => read(text as string))]).toEqual([name, accepted]);
    }
  });
});

describe('signatures', () => {
  it.each(cases('signature/signatures.json'))('$name', async ({ key, text, signature, verifies }) => {
    expect(await verifiesText(key as string, text as string, signature as string)).toBe(verifies);
  });

  it('a chain verifies from the server key to the field', async () => {
    const chain = vectors('signature/chain.json');
    const keys = chain.serverKeys as Record<string, string>;
    const signer = readSigner(chain.signer.text as string);
    const served = [chain.signer, chain.end, ...chain.receipts, chain.release, chain.photo] as Case[];
    for (const { text, signature } of served) {
      const { kid } = JSON.parse(text as string) as { kid: string };
      expect(await verifiesText(keys[kid] ?? '', text as string, signature as string)).toBe(true);
    }
    let prev = hashText(chain.signer.text as string);
    for (const { text, signature, operations } of chain.batches as Case[]) {
      expect(await verifiesText(signer.key, text as string, signature as string)).toBe(true);
      const batch = readBatch(text as string);
      expect(batch.prev).toBe(prev);
      prev = hashText(text as string);
      const read = (operations as Case[]).map((one) =>
        readOperation(one as { head: string; fields: string[] }),
      );
      expect(read.map(({ id }) => id)).toEqual(batch.operations);
    }
  });
});

describe('ids and scopes', () => {
  it.each(cases('derived-ids/ids.json'))('$parts', ({ parts, id }) => {
    if (id === null) expect(() => derive(...(parts as string[]))).toThrow(RangeError);
    else expect(derive(...(parts as string[]))).toBe(id);
  });

  it('names of scopes have one spelling', () => {
    const { taken, refused } = vectors('scope/names.json') as { taken: string[]; refused: string[] };
    expect(taken.filter((name) => parseScope(name) === null)).toEqual([]);
    expect(refused.filter((name) => parseScope(name) !== null)).toEqual([]);
  });

  it.each(cases('scope/wider.json'))('$one is wider than $other: $wider', ({ one, other, wider }) => {
    expect(isWider(one as string, other as string)).toBe(wider);
  });

  it.each(cases('scope/classes.json'))(
    '$one is narrower than $other: $narrower',
    ({ one, other, narrower }) => {
      expect(isNarrowerClass(one as string, other as string)).toBe(narrower);
    },
  );

  it.each(cases('scope/home.json'))('$name', ({ kind, fields, dossier, agency, chosen, scope, refused }) => {
    const { lists } = vectors('scope/home.json') as { lists: Record<string, Case> };
    const list = (code: string, version: string) => lists[`${code}@${version}`];
    const classes = {
      ofList: (code: string, version: string) => (list(code, version)?.list as string | undefined) ?? null,
      ofQuestion: (code: string, version: string, question: string) =>
        (list(code, version)?.questions[question] as string | undefined) ?? null,
      ofRule: (code: string, version: string, question: string, rule: string) =>
        (list(code, version)?.rules[`${question}|${rule}`] as string | undefined) ?? null,
    };
    const recorded = { kind, fields, dossier, agency, chosen };
    try {
      expect(scopeFor(recorded, classes)).toBe(scope);
    } catch (error) {
      if (!(error instanceof ScopeUnknown)) throw error;
      expect(error.code).toBe(refused);
    }
  });
});

describe('kinds', () => {
  const KIND_VECTORS = readdirSync(FOLDER).filter((name) => KINDS.has(name));

  it('every kind has vectors', () => {
    expect(KIND_VECTORS.sort()).toEqual([...KINDS.keys()].sort());
  });

  describe.each(KIND_VECTORS)('%s', (kind) => {
    const { family, resolvable, fields, register, entities } = vectors(`${kind}/kind.json`);
    const rules = kindOf(kind);

    it('declares what the server declares', () => {
      expect([rules.family, rules.resolvable]).toEqual([family, resolvable]);
      if (register === null) expect(rules.register).toBeNull();
      else expect(rules.register?.(register.agency as string, register.fields as Case)).toBe(register.name);
    });

    it.each(fields as Case[])('fields: $name', ({ fields: values, fits }) => {
      expect(misfitsOf(kind, values as Case).length === 0).toBe(fits);
    });

    it.each(entities as Case[])(
      'entity: $name',
      ({ dossier, entity, agency, fields: values, list, follows }) => {
        const facts = list === null ? null : { dataClass: list.class, repeatable: list.repeatable };
        const derived = rules.entity({ dossier, agency, values, facts });
        const drawn = (entity as string)[14] === '7' || kind === 'withdraw';
        expect(derived === null ? drawn : derived === entity).toBe(follows);
      },
    );
  });
});

describe('fold', () => {
  describe.each(readdirSync(FOLDER + 'fold'))('%s', (file) => {
    it.each(cases(`fold/${file}`))('$name', ({ operations, state, shown, leading }) => {
      const read: Folding[] = (operations as Case[]).map((one) => ({
        ...readOperation(one as { head: string; fields: string[] }),
        agency: one.agency as string,
      }));
      for (const order of orders(read)) {
        expect(fold(order)).toEqual(state);
        expect(order.reduce((before, one) => fold([one], before), fold([]))).toEqual(state);
      }
      const { registers, marks } = state as EntityState;
      for (const [name, register] of Object.entries(registers)) {
        expect([name, show(register, marks)]).toEqual([name, (shown as Case)[name]]);
        if (leading !== undefined && name === '') expect(leadingVersion(register, marks)).toBe(leading);
      }
    });
  });
});

/** All orders of up to four, else some: as it came, backwards, rotated; and once with everything twice. */
function orders<T>(items: T[]): T[][] {
  const all = (rest: T[]): T[][] =>
    rest.length < 2
      ? [rest]
      : rest.flatMap((one, i) => all(rest.toSpliced(i, 1)).map((others) => [one, ...others]));
  const rotated = items.map((_, i) => [...items.slice(i), ...items.slice(0, i)]);
  return [
    ...(items.length <= 4 ? all(items) : [items, items.toReversed(), ...rotated]),
    [...items, ...items.toReversed()],
  ];
}
