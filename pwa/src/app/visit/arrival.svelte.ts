/** One tap to arrived, from Today and from the dossier: place, distance, record, ten seconds to take it back. */
import { RecordError, undo, type Site, type Uuid } from '$core';
import * as m from '$paraglide/messages.js';
import { toast } from '$app/announce';
import { format } from '$app/i18n';
import { rememberDossier } from '$app/open-dossier.svelte';
import { whereNow, type Fix } from '$app/place/position';
import { href, navigate } from '$app/router';
import { isFar, recordArrival } from './arrive';

export interface Arriving {
  dossier: Uuid;
  label: string;
  site: Site | null;
}

export class Arrival {
  busy = $state(false);
  /** The visit that is asked about, and from where. */
  far = $state.raw<{ visit: Arriving; fix: Fix } | null>(null);
  fix = $state.raw<Fix | null>(null);

  async arrive(visit: Arriving): Promise<void> {
    this.busy = true;
    const fix = await whereNow();
    this.fix = fix ?? this.fix;
    this.busy = false;
    if (fix !== null && isFar(visit.site, fix)) this.far = { visit, fix };
    else await this.#record(visit, fix);
  }

  async anyway(): Promise<void> {
    if (this.far === null) return;
    const { visit, fix } = this.far;
    this.far = null;
    await this.#record(visit, fix);
  }

  async #record(visit: Arriving, fix: Fix | null): Promise<void> {
    try {
      const id = await recordArrival(visit.dossier, fix);
      rememberDossier(visit.dossier);
      toast(m.app_arrived({ name: visit.label, time: format.time(new Date()) }), {
        tone: 'ok',
        action: { label: m.app_arrived_undo(), run: () => void takeBack(id) },
      });
      navigate(href('dossier', { dossier: visit.dossier }));
    } catch (error) {
      const why = error instanceof RecordError ? error.message : String(error);
      toast(m.app_arrive_failed({ why }), { tone: 'error' });
    }
  }
}

async function takeBack(id: string): Promise<void> {
  try {
    await undo(id);
    toast(m.app_arrived_undone());
  } catch (error) {
    toast(m.app_arrive_failed({ why: error instanceof RecordError ? error.message : String(error) }), {
      tone: 'error',
    });
  }
}
