/** What the server holds, asked the way its own people would: over the API, or in the database of this site. */
import type { Site } from './site.ts'

/** Rows of a table, as dictionaries of text; bytes in hexadecimal. By the database's own driver, without the app. */
export async function rows(site: Site, sql: string): Promise<Record<string, string>[]> {
  return JSON.parse(await site.query(sql)) as Record<string, string>[]
}

export async function count(site: Site, table: string, where = '1 = 1'): Promise<number> {
  return Number((await rows(site, `SELECT count(*) AS n FROM ${table} WHERE ${where}`))[0]?.['n'])
}

/** Each operation stands once: ids are the hash of the head, so twice would be a broken key. */
export async function operations(site: Site): Promise<{ kind: string; id: string; received: string }[]> {
  return (await rows(site, 'SELECT kind, id, received FROM operation')) as never
}
