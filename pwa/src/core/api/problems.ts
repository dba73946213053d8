// Made by `make generate` from schemas/. Do not edit.
/** Every problem the server knows: HTTP status, and what it is called in both languages. */
export const problems = {
  'action-closed': { status: 409, title: { en: 'This action is closed', nl: 'Deze actie is gesloten' } },
  'action-incomplete': {
    status: 409,
    title: { en: 'Approval still needs something', nl: 'Voor goedkeuring ontbreekt nog iets' },
  },
  'area-crosses': {
    status: 422,
    title: { en: 'The line of this area crosses itself', nl: 'De lijn van dit gebied kruist zichzelf' },
  },
  'area-detailed': {
    status: 422,
    title: { en: 'This area has too many points', nl: 'Dit gebied heeft te veel punten' },
  },
  'area-in-metres': { status: 422, title: { en: 'This area is in metres', nl: 'Dit gebied is in meters' } },
  'area-large': { status: 422, title: { en: 'This area is too large', nl: 'Dit gebied is te groot' } },
  'area-outside': {
    status: 422,
    title: { en: 'This area lies outside the Netherlands', nl: 'Dit gebied ligt buiten Nederland' },
  },
  'area-unknown': { status: 404, title: { en: 'No such area', nl: 'Dit gebied is er niet' } },
  'area-unreadable': { status: 422, title: { en: 'This is no area', nl: 'Dit is geen gebied' } },
  'batch-unreadable': {
    status: 422,
    title: { en: 'The batch cannot be read', nl: 'Het pakket is niet leesbaar' },
  },
  'body-too-large': { status: 413, title: { en: 'Too much at once', nl: 'Te veel ineens' } },
  'body-unreadable': {
    status: 400,
    title: { en: 'The request cannot be read', nl: 'Het verzoek is niet leesbaar' },
  },
  busy: { status: 503, title: { en: 'The server is busy', nl: 'De server is druk' } },
  'challenge-expired': {
    status: 422,
    title: { en: 'The challenge is over', nl: 'De uitdaging is verlopen' },
  },
  'checklist-unknown': {
    status: 404,
    title: {
      en: 'This version of the checklist is not here',
      nl: 'Deze versie van de vragenlijst is hier niet',
    },
  },
  conflict: {
    status: 409,
    title: { en: 'It does not fit what is there', nl: 'Het past niet bij wat er is' },
  },
  'content-type-unknown': {
    status: 415,
    title: { en: 'Not a form that is taken', nl: 'Deze vorm wordt niet aangenomen' },
  },
  'cursor-unknown': {
    status: 400,
    title: { en: 'This page is not known', nl: 'Deze bladzijde is niet bekend' },
  },
  'device-ended': {
    status: 403,
    title: { en: 'This device was handed in', nl: 'Dit apparaat is ingeleverd' },
  },
  'device-other': {
    status: 403,
    title: { en: 'This comes from another device', nl: 'Dit komt van een ander apparaat' },
  },
  'device-unproven': {
    status: 403,
    title: {
      en: 'This device number belongs to another device',
      nl: 'Dit apparaatnummer is van een ander apparaat',
    },
  },
  'fields-invalid': {
    status: 422,
    title: { en: 'Some fields are not right', nl: 'Sommige velden kloppen niet' },
  },
  'follow-up-changed': { status: 412, title: { en: 'A colleague was first', nl: 'Een collega was eerst' } },
  'follow-up-move': {
    status: 409,
    title: { en: 'Not possible in this state', nl: 'Kan niet in deze stand' },
  },
  'follow-up-withdrawn': {
    status: 409,
    title: { en: 'The finding is gone', nl: 'De bevinding is er niet meer' },
  },
  'handler-unknown': { status: 422, title: { en: 'Nobody here by that name', nl: 'Hier niet bekend' } },
  'image-broken': {
    status: 422,
    title: { en: 'The image cannot be read', nl: 'De afbeelding is niet te lezen' },
  },
  'image-too-large': { status: 422, title: { en: 'Too many pixels', nl: 'Te veel pixels' } },
  'image-type': {
    status: 422,
    title: { en: 'Another kind of file than announced', nl: 'Een ander soort bestand dan aangekondigd' },
  },
  internal: { status: 500, title: { en: 'Something broke on our side', nl: 'Er ging bij ons iets stuk' } },
  'key-invalid': { status: 422, title: { en: 'This is not a key', nl: 'Dit is geen sleutel' } },
  'map-absent': { status: 404, title: { en: 'There is no such map', nl: 'Deze kaart is er niet' } },
  'map-pack-too-large': {
    status: 413,
    title: { en: 'This area is too large for one pack', nl: 'Dit gebied is te groot voor één pakket' },
  },
  'membership-unknown': {
    status: 422,
    title: { en: 'This person cannot sign in', nl: 'Deze persoon kan zich niet aanmelden' },
  },
  'merge-itself': {
    status: 422,
    title: { en: 'A site is itself already', nl: 'Een locatie is al zichzelf' },
  },
  'merge-not-standing': {
    status: 409,
    title: { en: 'This site was merged before', nl: 'Deze locatie is al samengevoegd' },
  },
  'merge-undone': { status: 409, title: { en: 'This was taken back already', nl: 'Dit is al teruggenomen' } },
  'method-not-allowed': { status: 405, title: { en: 'This cannot be done here', nl: 'Dat kan hier niet' } },
  'not-acceptable': {
    status: 406,
    title: { en: 'No form that you accept', nl: 'Geen vorm die u accepteert' },
  },
  'not-allowed': { status: 403, title: { en: 'This is not for your role', nl: 'Dit hoort niet bij uw rol' } },
  'not-found': { status: 404, title: { en: 'Not found', nl: 'Niet gevonden' } },
  'not-the-lead': {
    status: 403,
    title: { en: 'Only the lead changes this', nl: 'Alleen de leider wijzigt dit' },
  },
  'operation-mismatch': {
    status: 422,
    title: { en: 'Part of the batch is missing', nl: 'Een deel van het pakket ontbreekt' },
  },
  'origin-unproven': {
    status: 403,
    title: { en: 'The request does not come from the app', nl: 'Het verzoek komt niet uit de app' },
  },
  'outcome-unfit': { status: 422, title: { en: 'This outcome does not fit', nl: 'Deze uitkomst past niet' } },
  'photo-hash-differs': {
    status: 422,
    title: {
      en: 'These are not the bytes that were captured',
      nl: 'Dit zijn niet de bytes die zijn vastgelegd',
    },
  },
  'photo-not-received': { status: 404, title: { en: 'Photo not received', nl: 'Foto niet ontvangen' } },
  'place-invalid': {
    status: 422,
    title: { en: 'This place cannot be right', nl: 'Deze plaats kan niet kloppen' },
  },
  'precondition-needed': {
    status: 428,
    title: { en: 'Say which version you saw', nl: 'Zeg welke versie u zag' },
  },
  'predecessor-missing': {
    status: 409,
    title: { en: 'An earlier batch is missing', nl: 'Een eerder pakket ontbreekt' },
  },
  'preview-not-ready': { status: 404, title: { en: 'No preview yet', nl: 'Nog geen voorbeeld' } },
  'proof-invalid': {
    status: 422,
    title: { en: 'The key was not proven', nl: 'De sleutel is niet aangetoond' },
  },
  'push-unreadable': {
    status: 422,
    title: { en: 'The message cannot be read', nl: 'Het bericht is niet leesbaar' },
  },
  'range-unsatisfiable': {
    status: 416,
    title: { en: 'That part of the file does not exist', nl: 'Dat deel van het bestand bestaat niet' },
  },
  'request-stalled': { status: 408, title: { en: 'The link fell silent', nl: 'De verbinding viel stil' } },
  'scope-name-invalid': {
    status: 422,
    title: { en: 'This is no name of a scope', nl: 'Dit is geen naam van een bereik' },
  },
  'session-other': {
    status: 401,
    title: { en: 'Somebody else is signed in', nl: 'Iemand anders is aangemeld' },
  },
  'sign-in-needed': { status: 401, title: { en: 'Sign in first', nl: 'Meld u eerst aan' } },
  'signature-invalid': {
    status: 422,
    title: { en: 'The signature does not fit', nl: 'De handtekening klopt niet' },
  },
  'signer-taken': {
    status: 409,
    title: { en: 'This signer exists already', nl: 'Deze ondertekenaar bestaat al' },
  },
  'signer-unknown': {
    status: 422,
    title: { en: "The author's key is not known", nl: 'De sleutel van de auteur is niet bekend' },
  },
  'state-unreachable': {
    status: 409,
    title: { en: 'The action cannot go there from here', nl: 'De actie kan hiervandaan niet daarheen' },
  },
  'too-many-requests': { status: 429, title: { en: 'Too often', nl: 'Te vaak' } },
  'undo-late': { status: 409, title: { en: 'Too late to undo', nl: 'Te laat om terug te nemen' } },
  'upload-busy': { status: 423, title: { en: 'Already being written', nl: 'Wordt al geschreven' } },
  'upload-checksum-differs': {
    status: 460,
    title: { en: 'A part arrived damaged', nl: 'Een deel kwam beschadigd aan' },
  },
  'upload-finished': { status: 403, title: { en: 'Already received', nl: 'Al ontvangen' } },
  'upload-header-invalid': { status: 400, title: { en: 'A header is not right', nl: 'Een kop klopt niet' } },
  'upload-length-differs': {
    status: 422,
    title: { en: 'Another size than announced', nl: 'Een andere grootte dan aangekondigd' },
  },
  'upload-offset-differs': {
    status: 409,
    title: { en: 'Elsewhere than you think', nl: 'Op een andere plek dan u denkt' },
  },
  'upload-stalled': { status: 408, title: { en: 'The link fell silent', nl: 'De verbinding viel stil' } },
  'upload-too-large': { status: 413, title: { en: 'Too large', nl: 'Te groot' } },
  'upload-unannounced': {
    status: 422,
    title: { en: 'The photo was not announced', nl: 'De foto is niet aangekondigd' },
  },
  'upload-version-unsupported': {
    status: 412,
    title: { en: 'Another version of tus', nl: 'Een andere versie van tus' },
  },
  'version-changed': { status: 412, title: { en: 'Somebody was first', nl: 'Iemand was u voor' } },
} as const;
export type ProblemCode = keyof typeof problems;
