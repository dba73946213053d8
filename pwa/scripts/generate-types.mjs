/**
 * Write src/core/api from ../schemas: the REST contract, the fields of operations, the bodies of documents, the problems.
 * Same input, same bytes: `.ci/fresh-types` fails when what is committed is stale.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { compile } from 'json-schema-to-typescript';
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const schemas = new URL('../../schemas/', import.meta.url);
const target = new URL('../src/core/api/', import.meta.url);
const head = '// Made by `make generate` from schemas/. Do not edit.\n';

/** @param {string} path */
const json = async (path) => JSON.parse(await readFile(new URL(path, schemas), 'utf8'));

/** @param {string} name of the file in src/core/api @param {string} text */
async function write(name, text) {
  const file = new URL(name, target);
  const style = await resolveConfig(file);
  await writeFile(file, await format(head + text, { ...style, plugins: [], parser: 'typescript' }));
}

/**
 * One module with an interface for each schema of a folder, and a map from its title to it.
 * @param {string} folder @param {string} map name of the map
 */
async function interfaces(folder, map) {
  const files = (await readdir(new URL(`${folder}/`, schemas)))
    .filter((one) => one.endsWith('.schema.json'))
    .sort();
  const parts = [];
  const entries = [];
  for (const file of files) {
    const schema = await json(`${folder}/${file}`);
    const title = file.replace('.schema.json', '');
    const name = title.replace(/(?:^|[._-])(\w)/g, (_, letter) => letter.toUpperCase());
    entries.push(`'${title}': ${name};`);
    parts.push(
      await compile({ ...schema, title: name }, name, {
        bannerComment: '',
        additionalProperties: false,
        declareExternallyReferenced: true,
        enableConstEnums: false,
        ignoreMinAndMaxItems: true,
        format: false,
        unknownAny: true,
      }),
    );
  }
  await write(`${folder}.ts`, `${parts.join('\n')}\nexport interface ${map} {\n${entries.join('\n')}\n}\n`);
}

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
await write('openapi.ts', astToString(await openapiTS(new URL('openapi.json', schemas))));
await interfaces('operations', 'OperationFields');
await interfaces('documents', 'DocumentBodies');

/** @type {{ code: string; status: number; title: { nl: string; en: string } }[]} */
const problems = await json('problems.json');
const rows = problems.map(({ code, status, title }) => `'${code}': ${JSON.stringify({ status, title })},`);
await write(
  'problems.ts',
  `/** Every problem the server knows: HTTP status, and what it is called in both languages. */
export const problems = {\n${rows.join('\n')}\n} as const;
export type ProblemCode = keyof typeof problems;\n`,
);
