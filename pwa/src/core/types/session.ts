/** Who works with this device, and who did before. */
import type { Instant, Uuid, Words } from './ids';

export interface Agency {
  id: Uuid;
  code: string;
  kind: string;
  name: string;
  short: string;
  glyph?: string;
  public?: boolean;
}

export interface Mandate {
  law: string;
  number?: string;
  from?: Instant;
  until: Instant | null;
}

/** One member acting for one agency: what the device holds is held per such pair. */
export interface Person {
  /** `<member>|<agency>` */
  key: string;
  member: { id: Uuid; name: string };
  agency: Agency;
  membership: Uuid;
  roles: string[];
  mandates: Mandate[];
}

export interface EarlierPerson extends Person {
  lastHere: Instant;
  /** Items of this person that no server has given a receipt for yet. */
  waiting: number;
}

/**
 * `signed-in`: the server knows this session. `on-device`: an earlier person goes on without one; work is kept, and sent
 * once somebody signs in. `nobody`: the sign-in screen.
 */
export type Presence = 'signed-in' | 'on-device' | 'nobody';

export interface SessionView {
  presence: Presence;
  person: Person | null;
  device: { id: Uuid; label: string };
  until: Instant | null;
  demo: boolean;
  earlier: EarlierPerson[];
}

/** An entry of `GET /demo/people`. */
export interface DemoPerson {
  membership: Uuid;
  member: { id: Uuid; name: string };
  agency: Agency;
  roles: string[];
  today: { visits: number; summary: Words };
}
