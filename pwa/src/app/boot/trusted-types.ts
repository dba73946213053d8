/**
 * Trusted Types: the `default` policy, made before anything else runs. Script addresses pass when they are of this
 * origin (workers, the service worker); nothing else passes, so no text can become markup or script.
 */
interface Factory {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): unknown;
}

export function sameOriginScript(address: string, origin: string): string {
  const url = new URL(address, origin);
  if (url.protocol !== 'blob:' && url.origin === origin) return address;
  throw new TypeError(`Refused script from ${url.origin}: only ${origin} may run here.`);
}

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
factory?.createPolicy('default', {
  createScriptURL: (address) => sameOriginScript(address, location.origin),
});
