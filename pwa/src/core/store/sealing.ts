/**
 * The seam for encryption at rest. What is stored besides ids, scopes, states, numbers and hashes is a sealed value, made
 * before a transaction begins: nothing awaits WebCrypto inside one (in Firefox and in Node that ends the transaction).
 * Until encryption is built the only form is `plain`.
 */
export interface Sealed {
  form: 'plain';
  json: string;
}

export function seal(value: unknown): Promise<Sealed> {
  return Promise.resolve({ form: 'plain', json: JSON.stringify(value) });
}

export function open<T>({ json }: Sealed): Promise<T> {
  return Promise.resolve(JSON.parse(json) as T);
}

export function openAll<T>(sealed: Sealed[]): Promise<T[]> {
  return Promise.all(sealed.map((one) => open<T>(one)));
}
