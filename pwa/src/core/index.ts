/** The door of the core: all that screens use. See README.md. */
export type * from './types';
export type { FieldsOf, Kind } from './operations/kinds';
export { RecordError, type RecordErrorCode } from './recording/error';
export { Refused, NetworkError } from './transport/send';
export { startCore } from './start';
export { startSending, watchOthers } from './runtime';
export {
  discardDraft,
  discardPhoto,
  freeze,
  keepPhoto,
  readyToRecord,
  record,
  recordAll,
  reissue,
  resolve,
  saveDraft,
  undo,
  withdraw,
} from './recording/door';
export {
  checklist,
  checklists,
  conflicts,
  dossier,
  draft,
  drafts,
  messages,
  outbox,
  session,
  status,
  today,
  Live,
} from './live/index';
export { mayHandIn, type HandIn, type StillHere } from './views/hand-in';
export { continueAs, demoPeople, signIn, signOut } from './session/index';
export { emergencyExport, retry, syncNow } from './sending/index';
export { photo, previewUrl } from './evidence/index';
export { askPersistence } from './storage/index';
export { derivedId, newId, scopeOf } from './ids/index';
export * as maps from './maps/index';
export * as inbox from './inbox/index';
export * as actions from './actions/index';
