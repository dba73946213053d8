// Made by `make generate` from schemas/. Do not edit.
export interface paths {
  '/api/v1/access/explanation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who reads a scope, in sentences, and why the asker does. Tells nothing of whether it holds anything. */
    get: {
      parameters: {
        query: {
          scope: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Explanation'];
          };
        };
        422: components['responses']['UNPROCESSABLE_ENTITY'];
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agencies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All agencies, by kind and name. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['AgencyDetail'][];
          };
        };
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checklists': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The newest version of every list, by code, with how your agency works with it. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['ChecklistSummary'][];
          };
        };
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checklists/{code}/{version}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
        version: string;
      };
      cookie?: never;
    };
    /** One version whole. Its content never changes; how your agency works with it may. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          code: string;
          version: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['ChecklistContent'];
          };
        };
        /** @description You have it already. */
        304: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/dossiers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Dossiers whose joint part the reader may read, newest first. */
    get: {
      parameters: {
        query?: {
          after?: string;
          limit?: number;
          action?: string;
          site?: string;
          state?: 'planned' | 'on_site' | 'suspended' | 'left' | 'closed' | 'skipped';
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['DossierPage'];
          };
        };
        422: components['responses']['UNPROCESSABLE_ENTITY'];
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/dossiers/{dossier}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossier: string;
      };
      cookie?: never;
    };
    /** One dossier with its visit and fillings. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          dossier: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['DossierDetail'];
          };
        };
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/dossiers/{dossier}/answers': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossier: string;
      };
      cookie?: never;
    };
    /** Answers with all their values. */
    get: {
      parameters: {
        query?: {
          after?: string;
          limit?: number;
          instance?: string;
          checklist?: string;
        };
        header?: never;
        path: {
          dossier: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['AnswerPage'];
          };
        };
        422: components['responses']['UNPROCESSABLE_ENTITY'];
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/dossiers/{dossier}/evidence': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossier: string;
      };
      cookie?: never;
    };
    /** Photos and drawings as they were named. */
    get: {
      parameters: {
        query?: {
          after?: string;
          limit?: number;
          subject?: string;
        };
        header?: never;
        path: {
          dossier: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['EvidencePage'];
          };
        };
        422: components['responses']['UNPROCESSABLE_ENTITY'];
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/dossiers/{dossier}/findings': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossier: string;
      };
      cookie?: never;
    };
    /** Findings with all their decisions. */
    get: {
      parameters: {
        query?: {
          after?: string;
          limit?: number;
          severity?: 'minor' | 'moderate' | 'serious' | 'critical';
          owner?: string;
        };
        header?: never;
        path: {
          dossier: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['FindingPage'];
          };
        };
        422: components['responses']['UNPROCESSABLE_ENTITY'];
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/dossiers/{dossier}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossier: string;
      };
      cookie?: never;
    };
    /** Who did what and when, newest first, also what was replaced or withdrawn. */
    get: {
      parameters: {
        query?: {
          after?: string;
          limit?: number;
        };
        header?: never;
        path: {
          dossier: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['TimelinePage'];
          };
        };
        422: components['responses']['UNPROCESSABLE_ENTITY'];
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evidence-uploads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin the upload of a photo whose record, written on this device, has a receipt. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Begun, or begun before; Location says where. */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    delete?: never;
    /** Versions, extensions and bounds. */
    options: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evidence-uploads/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** For networks that let only GET and POST through: the method meant is in X-HTTP-Method-Override. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description As the method in X-HTTP-Method-Override. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    /** Throw away what came of an unfinished upload. */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Ended; it can be begun anew. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    /** The same at every upload. */
    options: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    /** How many bytes are here, of how many. */
    head: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    /** Bytes at the offset where the upload is; the last one finishes it. */
    patch: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Taken; Upload-Offset says up to where. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    trace?: never;
  };
  '/api/v1/evidence/{id}/original': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    /** The bytes as captured. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'image/*': string;
          };
        };
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evidence/{id}/preview': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    /** A small JPEG without EXIF, its long edge 640 pixels. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'image/jpeg': string;
          };
        };
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evidence/{id}/receipt': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    /** The signed receipt, the same bytes for ever; also for the device that sent a photo whose record is set aside. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['PhotoReceipt'];
          };
        };
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/parameters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All dated norms; a rule uses the value of the day the action is held. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Parameter'][];
          };
        };
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign a person of the demo in on this device. Where the demo sign-in is off, this is not here. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['SignIn'];
        };
      };
      responses: {
        /** @description Created */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Session'];
          };
        };
        422: components['responses']['UNPROCESSABLE_ENTITY'];
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in, with roles and mandates as they are now. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Session'];
          };
        };
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    put?: never;
    post?: never;
    /** End the session on the server; what the device holds stays on it. */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description No Content */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Agency: {
      code: string;
      /** Format: uuid */
      id: string;
      kind: string;
      name: string;
      short: string;
    };
    AgencyDetail: {
      area: string[];
      code: string;
      glyph: string;
      /** Format: uuid */
      id: string;
      kind: string;
      name: string;
      public: boolean;
      short: string;
    };
    Answer: {
      /** Format: uuid */
      agency: string | null;
      at: string;
      checklist: string | null;
      conflict: boolean;
      /** Format: uuid */
      entity: string;
      /** Format: uuid */
      instance: string | null;
      question: string | null;
      registers: {
        [key: string]: components['schemas']['Register'];
      };
      scope: string;
      value: unknown;
      version: string | null;
      withdrawn: boolean;
    };
    AnswerPage: {
      after: string | null;
      answers: components['schemas']['Answer'][];
    };
    Author: {
      /** Format: uuid */
      agency: string;
      person: components['schemas']['Person1'] | null;
      /** Format: uuid */
      signer: string;
    };
    ChecklistContent: {
      /** @description Kind of the agency that owns the list. */
      agency: string;
      code: string;
      dataClass: string;
      defaultShare: string;
      figures: {
        [key: string]: unknown;
      }[];
      mandateRequired: string[];
      names: {
        [key: string]: unknown;
      };
      notes: components['schemas']['Words'] | null;
      /** @description Questions that your agency does not record here. */
      ownSystemQuestions: string[];
      /** @description Your agency does not record this list here. */
      ownSystems: boolean;
      per: string;
      purpose: components['schemas']['Words'];
      sections: {
        [key: string]: unknown;
      }[];
      siteTypes: string[];
      status: string;
      title: components['schemas']['Words'];
      version: string;
      writers: string;
    };
    ChecklistSummary: {
      /** @description Kind of the agency that owns the list. */
      agency: string;
      code: string;
      dataClass: string;
      mandateRequired: string[];
      /** @description Questions that your agency does not record here. */
      ownSystemQuestions: string[];
      /** @description Your agency does not record this list here. */
      ownSystems: boolean;
      per: string;
      status: string;
      title: components['schemas']['Words'];
      version: string;
      writers: string;
    };
    Device: {
      /** Format: uuid */
      id: string;
      label: string;
    };
    Dossier: {
      /** Format: uuid */
      action: string;
      agencies: string[];
      /** Format: uuid */
      id: string;
      label: string | null;
      opened: string;
      planned: boolean;
      since: string | null;
      site: components['schemas']['Place'] | null;
      /** @enum {string} */
      state: 'planned' | 'on_site' | 'suspended' | 'left' | 'closed' | 'skipped';
      /** Format: uuid */
      team: string | null;
    };
    DossierDetail: {
      /** Format: uuid */
      action: string;
      agencies: string[];
      /** Format: uuid */
      id: string;
      instances: components['schemas']['Instance'][];
      label: string | null;
      opened: string;
      planned: boolean;
      scopes: components['schemas']['Scope'][];
      since: string | null;
      site: components['schemas']['Place'] | null;
      /** @enum {string} */
      state: 'planned' | 'on_site' | 'suspended' | 'left' | 'closed' | 'skipped';
      /** Format: uuid */
      team: string | null;
      visits: components['schemas']['Entity'][];
    };
    DossierPage: {
      after: string | null;
      dossiers: components['schemas']['Dossier'][];
    };
    Entity: {
      /** Format: uuid */
      agency: string | null;
      at: string;
      conflict: boolean;
      /** Format: uuid */
      entity: string;
      registers: {
        [key: string]: components['schemas']['Register'];
      };
      scope: string;
      withdrawn: boolean;
    };
    Evidence: {
      /** Format: uuid */
      agency: string | null;
      at: string;
      bytes: number | null;
      conflict: boolean;
      /** Format: uuid */
      entity: string;
      mime: string | null;
      /** Format: uuid */
      original: string | null;
      received: string | null;
      registers: {
        [key: string]: components['schemas']['Register'];
      };
      role: string | null;
      scope: string;
      sha256: string | null;
      /** Format: uuid */
      subject: string | null;
      taken: string | null;
      withdrawn: boolean;
    };
    EvidencePage: {
      after: string | null;
      evidence: components['schemas']['Evidence'][];
    };
    Explanation: {
      nobody: components['schemas']['Sentence'];
      scope: string;
      who: components['schemas']['Sentence'][];
      why: components['schemas']['Sentence'][];
    };
    FieldError: {
      detail: string;
      field: string;
      mend?: string;
    };
    Finding: {
      /** Format: uuid */
      agency: string | null;
      at: string;
      checklist: string | null;
      conflict: boolean;
      decision: string | null;
      /** Format: uuid */
      entity: string;
      /** Format: uuid */
      instance: string | null;
      kind: string | null;
      /** Format: uuid */
      owner: string | null;
      question: string | null;
      registers: {
        [key: string]: components['schemas']['Register'];
      };
      rule: string | null;
      scope: string;
      severity: string | null;
      title: string | null;
      version: string | null;
      withdrawn: boolean;
    };
    FindingPage: {
      after: string | null;
      findings: components['schemas']['Finding'][];
    };
    Instance: {
      /** Format: uuid */
      agency: string | null;
      at: string;
      checklist: string | null;
      conflict: boolean;
      /** Format: uuid */
      entity: string;
      label: string | null;
      registers: {
        [key: string]: components['schemas']['Register'];
      };
      scope: string;
      signed: number;
      version: string | null;
      withdrawn: boolean;
    };
    Mandate: {
      law: string;
      until: string | null;
    };
    PaginationMetadata: {
      /** @description First available page number. */
      first_page?: number;
      /** @description Last available page number. */
      last_page?: number;
      /** @description Next page number. */
      next_page?: number;
      /** @description Current page number. */
      page?: number;
      /** @description Previous page number. */
      previous_page?: number;
      /** @description Total number of items. */
      total?: number;
      /** @description Total number of pages. */
      total_pages?: number;
    };
    Parameter: {
      name: string;
      note: components['schemas']['Words'];
      unit: string;
      /** Format: date */
      validFrom: string;
      /** @description A decimal as text. */
      value: string;
    };
    Person: {
      /** Format: uuid */
      id: string;
      name: string;
    };
    Person1: {
      /** Format: uuid */
      member: string;
      name: string;
    };
    PhotoReceipt: {
      /** @description ES256 over the text, base64url. */
      signature: string;
      /** @description The receipt as signed, to be verified as it stands. */
      text: string;
    };
    Place: {
      address: string;
      fictitious: boolean;
      /** Format: uuid */
      id: string;
      lat: string;
      lon: string;
      municipality: string;
      name: string;
      town: string;
    };
    Problem: {
      code: string;
      detail: string;
      errors?: components['schemas']['FieldError'][];
      field?: string;
      mend: string;
      status: number;
      title: string;
      type: string;
    };
    Register: {
      conflict: boolean;
      values: components['schemas']['Value'][];
      withdrawnBy: components['schemas']['Withdrawal'] | null;
    };
    Scope: {
      /** Format: uuid */
      agency: string | null;
      dataClass: string | null;
      name: string;
    };
    Sentence: {
      en: string;
      nl: string;
    };
    Session: {
      agency: components['schemas']['Agency'];
      demo: boolean;
      device: components['schemas']['Device'];
      mandates: components['schemas']['Mandate'][];
      member: components['schemas']['Person'];
      roles: string[];
      serverTime: string;
      until: string;
    };
    SignIn: {
      device: components['schemas']['Device'];
      /** Format: uuid */
      membership: string;
    };
    TimelineItem: {
      at: string;
      author: components['schemas']['Author'];
      deviceTime: string;
      /** Format: uuid */
      entity: string;
      fields: {
        [key: string]: unknown;
      };
      id: string;
      kind: string;
      offset: number;
      place: {
        [key: string]: unknown;
      } | null;
      register: string | null;
      replaced: boolean;
      scope: string;
      withdrawn: boolean;
    };
    TimelinePage: {
      after: string | null;
      items: components['schemas']['TimelineItem'][];
    };
    Value: {
      at: string;
      author: components['schemas']['Author'];
      deviceTime: string;
      erased: number;
      fields: {
        [key: string]: unknown;
      };
      id: string;
      ids: string[];
      keeps: string[] | null;
      kind: string;
      lead: string;
      offset: number;
    };
    Withdrawal: {
      at: string;
      author: components['schemas']['Author'];
      id: string;
      lost: boolean;
      reason: string | null;
    };
    Words: {
      en: string;
      nl: string;
    };
  };
  responses: {
    /** @description Default error response */
    DEFAULT_ERROR: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Unprocessable Entity */
    UNPROCESSABLE_ENTITY: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
