/** Photos and drawings: what names them, and where their bytes are. */
import type { EvidenceAddFields } from '../operations/kinds/index';
import { withdrawals } from '../operations/show';
import type { UploadRow } from '../store/rows';
import type { EvidenceView, PhotoCount } from '../types/dossier';
import type { Uuid } from '../types/ids';
import type { Entity } from './entities';
import { stageOfUpload, together } from './stages';
import { authorOfMark, valueOf, type Context } from './values';

export function evidenceOf(context: Context, uploads: ReadonlyMap<Uuid, UploadRow>): EvidenceView[] {
  return context.entities.of('evidence').flatMap((entity) => {
    const view = evidenceView(entity, context, uploads.get(entity.entity));
    return view === null ? [] : [view];
  });
}

function evidenceView(entity: Entity, context: Context, upload: UploadRow | undefined): EvidenceView | null {
  const register = entity.state.registers[''];
  const [first] = Object.keys(register?.seen ?? {}).sort();
  const id = entity.shown['']?.values[0]?.lead ?? first;
  const value = id === undefined ? null : valueOf<EvidenceAddFields>(id, id, context);
  if (register === undefined || id === undefined || value === null) return null;
  const [mark] = withdrawals(id, register.seen, entity.state.marks);
  return {
    entity: entity.entity,
    value,
    subject: value.fields.subject,
    withdrawn: mark
      ? { by: authorOfMark(mark, context), reason: mark.reason ?? '', lost: mark.lost === true }
      : null,
    bytes: bytesOf(value.fields.bytes, upload),
    stage: upload ? together(value.stage, stageOfUpload(upload)) : value.stage,
  };
}

function bytesOf(total: number, upload: UploadRow | undefined): EvidenceView['bytes'] {
  if (upload === undefined) return { here: false, there: 'unknown', sent: 0, total };
  const safe = upload.state === 'safe' || upload.state === 'confirmed';
  return {
    here: true,
    there: safe ? 'safe' : upload.sent > 0 ? 'sending' : 'no',
    sent: safe ? total : upload.sent,
    total,
  };
}

/** Of the photos taken on this device: of those of others only the server knows. Withdrawn ones do not count. */
export function photoCount(evidence: readonly EvidenceView[]): PhotoCount {
  const counted = evidence.filter(({ bytes, withdrawn }) => bytes.there !== 'unknown' && withdrawn === null);
  return { total: counted.length, safe: counted.filter(({ bytes }) => bytes.there === 'safe').length };
}
