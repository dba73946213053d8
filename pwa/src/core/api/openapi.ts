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
  '/api/v1/areas': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Municipalities, districts and postcodes by name. */
    get: {
      parameters: {
        query?: {
          q?: string;
          kind?: 'municipality' | 'district' | 'postcode' | null;
          municipality?: string | null;
          after?: string | null;
          limit?: number;
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
            'application/json': components['schemas']['AreaPage'];
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
  '/api/v1/areas/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    /** One area with its outline, as GeoJSON. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          code: string;
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
            'application/json': components['schemas']['AreaFeature'];
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
  '/api/v1/control-actions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The actions you may read, latest day first. */
    get: {
      parameters: {
        query?: {
          state?: 'draft' | 'approved' | 'briefed' | 'active' | 'debriefing' | 'closed' | null;
          after?: string | null;
          limit?: number;
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
            'application/json': components['schemas']['ActionPage'];
          };
        };
        422: components['responses']['UNPROCESSABLE_ENTITY'];
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    put?: never;
    /** Make a draft that you lead. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['ActionFields'];
        };
      };
      responses: {
        /** @description Created */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Plan'];
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
  '/api/v1/control-actions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    /** One action whole, with what approval still needs; its version is the ETag. */
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
            'application/json': components['schemas']['Plan'];
          };
        };
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    /** Replace goal, basis, window and the agencies asked; needs If-Match. */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['ActionChange'];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Plan'];
          };
        };
        422: components['responses']['UNPROCESSABLE_ENTITY'];
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/control-actions/{id}/map-pack': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    /** The detail around the sites of an action. */
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
            'application/json': components['schemas']['Archive'];
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
  '/api/v1/control-actions/{id}/map-pack/file': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    /** Its bytes; ask for parts by `Range`. */
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
            'application/vnd.pmtiles': string;
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
  '/api/v1/control-actions/{id}/people': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    /** Who of the agencies asked could go, with mandates on that day. */
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
            'application/json': components['schemas']['Candidate'][];
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
  '/api/v1/control-actions/{id}/state': {
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
    /** Move to the next state; needs If-Match. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['StateChange'];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Plan'];
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
  '/api/v1/control-actions/{id}/targets': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    get?: never;
    /** Replace the list of sites with their reasons, in order; needs If-Match. */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['TargetsChange'];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Plan'];
          };
        };
        422: components['responses']['UNPROCESSABLE_ENTITY'];
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/control-actions/{id}/teams': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    get?: never;
    /** Replace the teams and their people; needs If-Match. */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['TeamsChange'];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Plan'];
          };
        };
        422: components['responses']['UNPROCESSABLE_ENTITY'];
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/demo/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who can sign in to the demo. Where the demo sign-in is off, this is not here. */
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
            'application/json': components['schemas']['DemoPerson'][];
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
    /** The signed receipt, the same bytes for ever; the device that sent the photo has it in any case. */
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
  '/api/v1/follow-ups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The inbox of the reader's agency, the earliest term first. */
    get: {
      parameters: {
        query?: {
          view?: 'open' | 'new' | 'mine' | 'due' | 'waiting' | 'returned' | 'closed';
          q?: string;
          severity?: 'minor' | 'moderate' | 'serious' | 'critical';
          action?:
            | 'immediate_action'
            | 'emergency_order'
            | 'coercive_order'
            | 'penalty_order'
            | 'warning_letter'
            | 'fine_report'
            | 'stop_work'
            | 'closure'
            | 'official_report'
            | 'criminal_investigation'
            | 'seizure'
            | 'further_investigation'
            | 'records_demand'
            | 'tax_audit'
            | 'recovery'
            | 'reinspection'
            | 'address_investigation'
            | 'victim_referral'
            | 'signal_share'
            | 'riec_signal'
            | 'permit_review'
            | 'advice'
            | 'private_complaint'
            | 'disconnect'
            | 'quarantine_measure'
            | 'registry_correction';
          after?: string;
          limit?: number;
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
            'application/json': components['schemas']['FollowUpPage'];
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
  '/api/v1/follow-ups/handlers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who may handle follow-ups for the reader's agency, by name. */
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
            'application/json': components['schemas']['Handler'][];
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
  '/api/v1/follow-ups/{follow_up}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        follow_up: string;
      };
      cookie?: never;
    };
    /** One follow-up with its history, and of the finding what the reader may read. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          follow_up: string;
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
            'application/json': components['schemas']['FollowUp'];
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
  '/api/v1/follow-ups/{follow_up}/acceptance': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        follow_up: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take it up, with measure, term and handler. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          follow_up: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['AcceptanceInput'];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['FollowUp'];
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
  '/api/v1/follow-ups/{follow_up}/closure': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        follow_up: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Close it with an outcome. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          follow_up: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['ClosureInput'];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['FollowUp'];
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
  '/api/v1/follow-ups/{follow_up}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        follow_up: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take back one's own last decision, within half a minute. */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          follow_up: string;
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
            'application/json': components['schemas']['FollowUp'];
          };
        };
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/follow-ups/{follow_up}/questions': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        follow_up: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask the inspectors of the source; the answer comes back with their next sync. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          follow_up: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['QuestionInput'];
        };
      };
      responses: {
        /** @description Created */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['FollowUp'];
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
  '/api/v1/follow-ups/{follow_up}/refusal': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        follow_up: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Leave it to the source, for one of five reasons. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          follow_up: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['RefusalInput'];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['FollowUp'];
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
  '/api/v1/follow-ups/{follow_up}/start': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        follow_up: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say that the work on it has begun. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          follow_up: string;
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
            'application/json': components['schemas']['FollowUp'];
          };
        };
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/maps/base': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The base map of the whole country. */
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
            'application/json': components['schemas']['Archive'];
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
  '/api/v1/maps/base/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Its bytes; ask for parts by `Range`. */
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
            'application/vnd.pmtiles': string;
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
  '/api/v1/maps/estimate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a pack of this area would weigh, to the byte. */
    get: {
      parameters: {
        query: {
          west: number;
          south: number;
          east: number;
          north: number;
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
            'application/json': components['schemas']['Estimate'];
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
    /**
     * Sign a person of the demo in on this device. Where the demo sign-in is off, this is not here.
     * @description A device that is known needs the cookie of its first sign-in, or a proof by a key of one of its signers.
     */
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
  '/api/v1/sessions/challenges': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A nonce by which a device that lost its cookie proves itself at sign-in; good for ten minutes. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['DeviceChallenge'];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Nonce'];
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
  '/api/v1/signers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Vouch for a key of the signed-in person on this device. The same again gives the same text. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['NewSigner'];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Signed'];
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
  '/api/v1/signers/challenges': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A nonce for the key that this device is about to register; good for ten minutes. */
    post: {
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
            'application/json': components['schemas']['Challenge'];
          };
        };
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/site-merges': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Which sites were said to be one, by whom and why, and what was taken back; the newest first. */
    get: {
      parameters: {
        query?: {
          after?: string | null;
          limit?: number;
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
            'application/json': components['schemas']['MergePage'];
          };
        };
        422: components['responses']['UNPROCESSABLE_ENTITY'];
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    put?: never;
    /** Say that a site is another one. Dossiers keep the site they were opened at. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['NewMerge'];
        };
      };
      responses: {
        /** @description Created */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Merge'];
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
  '/api/v1/site-merges/{id}/undo': {
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
    /** Take a merge back: the two are two again. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['Reason'];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Merge'];
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
  '/api/v1/sites': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Sites by name, or by distance from `near`; `q` is words of name, address, postcode, town or business,
     *     a KvK number or BAG id, or coordinates.
     */
    get: {
      parameters: {
        query?: {
          q?: string;
          municipality?: string | null;
          kvk?: string | null;
          bagId?: string | null;
          area?: string | null;
          around?: string | null;
          within?: number | null;
          after?: string | null;
          limit?: number;
          box?: number[];
          near?: number[];
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
            'application/json': components['schemas']['SitePage'];
          };
        };
        422: components['responses']['UNPROCESSABLE_ENTITY'];
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    put?: never;
    /** Add a site. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['NewSite'];
        };
      };
      responses: {
        /** @description Created */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Site'];
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
  '/api/v1/sites/duplicates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Pairs of sites that may be one: the same building or address, or next to each other. */
    get: {
      parameters: {
        query?: {
          after?: string | null;
          limit?: number;
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
            'application/json': components['schemas']['PairPage'];
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
  '/api/v1/sites/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The same for what does not fit in a query: an area that was drawn. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['SiteSearch'];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['SitePage'];
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
  '/api/v1/sites/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    /** One site with its businesses. */
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
            'application/json': components['schemas']['FoundSite'];
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
  '/api/v1/sync/batches': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The batches of all signers of this device, with fates, releases and photos. */
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
            'application/json': components['schemas']['Listing'];
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
  '/api/v1/sync/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The public keys that texts of the server verify with; public, so that anybody can verify a dossier. */
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
            'application/json': components['schemas']['ServerKeys'];
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
  '/api/v1/sync/pull': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The next page of at most 1,000 entries, by scope; ask again while any says `more`. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['Pull'];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['PullPage'];
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
  '/api/v1/sync/push': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Store batches, each once, and answer a signed receipt for each. Sending again is always safe. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      /** @description signers, batches, receipts and releases, as docs/format.md § 3 describes them */
      requestBody: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Results'];
          };
        };
        default: components['responses']['DEFAULT_ERROR'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    About: {
      /** Format: uuid */
      agency: string | null;
      kind: string | null;
    };
    Acceptance: {
      at: string;
      by: components['schemas']['Handler'];
      dueOn: string;
      handler: components['schemas']['Handler'] | null;
      measure: string;
    };
    AcceptanceInput: {
      /** Format: date */
      dueOn: string;
      /**
       * Format: uuid
       * @default null
       */
      handler: string | null;
      /** @enum {string} */
      measure:
        | 'immediate_action'
        | 'emergency_order'
        | 'coercive_order'
        | 'penalty_order'
        | 'warning_letter'
        | 'fine_report'
        | 'stop_work'
        | 'closure'
        | 'official_report'
        | 'criminal_investigation'
        | 'seizure'
        | 'further_investigation'
        | 'records_demand'
        | 'tax_audit'
        | 'recovery'
        | 'reinspection'
        | 'address_investigation'
        | 'victim_referral'
        | 'signal_share'
        | 'riec_signal'
        | 'permit_review'
        | 'advice'
        | 'private_complaint'
        | 'disconnect'
        | 'quarantine_measure'
        | 'registry_correction';
    };
    ActionChange: {
      agencies: components['schemas']['Asked'][];
      /** @default  */
      goal: string;
      /** @default  */
      legalBasis: string;
      retentionDays?: number;
      title: string;
      window: components['schemas']['Window'];
    };
    ActionFields: {
      /** @default  */
      goal: string;
      /** @default  */
      legalBasis: string;
      title: string;
      window: components['schemas']['Window'];
    };
    ActionLine: {
      closedAt: string | null;
      goal: string;
      /** Format: uuid */
      id: string;
      lead: components['schemas']['LineLead'];
      legalBasis: string;
      number: string;
      retentionDays: number;
      /** @enum {string} */
      state: 'draft' | 'approved' | 'briefed' | 'active' | 'debriefing' | 'closed';
      targets: number;
      teams: number;
      title: string;
      version: number;
      window: components['schemas']['Span'];
      withoutReason: number;
    };
    ActionPage: {
      actions: components['schemas']['ActionLine'][];
      after: string | null;
    };
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
    Archive: {
      attribution: string;
      bounds: number[];
      bytes: number;
      maxZoom: number;
      minZoom: number;
      sha256: string;
      synthetic: boolean;
    };
    Area: {
      box: number[];
      code: string;
      /** @enum {string} */
      kind: 'municipality' | 'district' | 'postcode';
      municipality: string;
      name: string;
    };
    AreaFeature: {
      geometry: {
        [key: string]: unknown;
      };
      properties: components['schemas']['Area'];
      /** @enum {string} */
      type: 'Feature';
    };
    AreaPage: {
      after: string | null;
      areas: components['schemas']['Area'][];
    };
    Asked: {
      /** Format: uuid */
      agency: string;
      /** @enum {string} */
      answer: 'waiting' | 'yes' | 'no';
      /** @default null */
      note: string | null;
    };
    AskedTold: {
      agency: components['schemas']['Agency'];
      /** @enum {string} */
      answer: 'waiting' | 'yes' | 'no';
      note: string | null;
      people: number;
    };
    Author: {
      /** Format: uuid */
      agency: string;
      person: components['schemas']['Person'] | null;
      /** Format: uuid */
      signer: string;
    };
    Candidate: {
      /** Format: uuid */
      agency: string;
      busy: string[];
      mandates: components['schemas']['CandidateMandate'][];
      /** Format: uuid */
      member: string;
      name: string;
      roles: string[];
    };
    CandidateMandate: {
      law: string;
      until: string | null;
      valid: boolean;
    };
    Challenge: {
      nonce: string;
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
    Closure: {
      at: string;
      by: components['schemas']['Handler'];
      outcome: string;
      text: string | null;
    };
    ClosureInput: {
      /** @enum {string} */
      outcome: 'complied' | 'escalated' | 'hearing' | 'informed' | 'no_violation' | 'not_informed';
      /** @default null */
      text: string | null;
    };
    ControlAction: {
      /** Format: uuid */
      id: string;
      title: string;
    };
    Counts: {
      closed: number;
      due: number;
      mine: number;
      new: number;
      open: number;
      returned: number;
      waiting: number;
    };
    DemoPerson: {
      agency: components['schemas']['Agency'];
      /** Format: uuid */
      member: string;
      /** Format: uuid */
      membership: string;
      name: string;
      roles: string[];
      today: components['schemas']['Today'];
    };
    Device: {
      /** Format: uuid */
      id: string;
      label: string;
    };
    DeviceChallenge: {
      /** Format: uuid */
      device: string;
    };
    DeviceProof: {
      nonce: string;
      signature: string;
      signer: components['schemas']['VouchedSigner'];
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
    Elsewhere: {
      number: string;
      title: string;
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
    Entry: {
      batch?: string;
      body?: {
        [key: string]: unknown;
      };
      fields?: string[];
      head?: string;
      n: number;
      put?: string;
      /** Format: uuid */
      remove?: string;
      type?: string;
      version?: number;
      void?: boolean;
    };
    Establishment: {
      branch: string | null;
      /** Format: uuid */
      id: string;
      kvk: string | null;
      name: string;
    };
    Estimate: {
      bytes: number;
      fits: boolean;
      tiles: number;
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
    FindingRecord: {
      answers: components['schemas']['Answer'][];
      evidence: components['schemas']['Evidence'][];
      finding: components['schemas']['Finding'];
    };
    FollowUp: {
      about: components['schemas']['About'] | null;
      acceptance: components['schemas']['Acceptance'] | null;
      action: string;
      at: string;
      closure: components['schemas']['Closure'] | null;
      controlAction: components['schemas']['ControlAction'] | null;
      copied: {
        [key: string]: unknown;
      }[];
      /** Format: uuid */
      dossier: string;
      dueOn: string | null;
      finding: components['schemas']['ToldFinding'] | null;
      history: components['schemas']['FollowUpEvent'][];
      /** Format: uuid */
      id: string;
      number: string;
      /** @enum {string} */
      origin: 'own' | 'team' | 'referral';
      proposedDueOn: string | null;
      questions: components['schemas']['FollowUpQuestion'][];
      record: components['schemas']['FindingRecord'] | null;
      refusal: components['schemas']['Refusal'] | null;
      remarks: components['schemas']['Reply'][];
      sentence: string | null;
      share: {
        [key: string]: unknown;
      } | null;
      site: components['schemas']['ToldSite'] | null;
      /** Format: uuid */
      source: string;
      startedAt: string | null;
      /** @enum {string} */
      state: 'proposed' | 'accepted' | 'refused' | 'in_progress' | 'closed';
      /** @enum {string} */
      task: 'follow_up' | 'decide' | 'inform';
      version: number;
      withdrawn: string | null;
    };
    FollowUpEvent: {
      at: string;
      by: components['schemas']['Handler'] | null;
      details: {
        [key: string]: unknown;
      };
      version: number;
      what: string;
    };
    FollowUpItem: {
      about: components['schemas']['About'] | null;
      action: string;
      at: string;
      dueOn: string | null;
      handler: components['schemas']['Handler'] | null;
      /** Format: uuid */
      id: string;
      number: string;
      /** @enum {string} */
      origin: 'own' | 'team' | 'referral';
      rule: string | null;
      sentence: string | null;
      severity: string | null;
      site: components['schemas']['ShortSite'] | null;
      /** Format: uuid */
      source: string;
      /** @enum {string} */
      state: 'proposed' | 'accepted' | 'refused' | 'in_progress' | 'closed';
      /** @enum {string} */
      task: 'follow_up' | 'decide' | 'inform';
      title: components['schemas']['Title'] | null;
      version: number;
      waiting: boolean;
      withdrawn: string | null;
    };
    FollowUpPage: {
      after: string | null;
      counts: components['schemas']['Counts'];
      followUps: components['schemas']['FollowUpItem'][];
      today: string;
    };
    FollowUpQuestion: {
      at: string;
      by: components['schemas']['Handler'];
      /** Format: uuid */
      id: string;
      replies: components['schemas']['Reply'][];
      text: string;
    };
    FoundSite: {
      address: string;
      bagId: string | null;
      establishments: components['schemas']['Establishment'][];
      /** @default false */
      fictitious: boolean;
      /** Format: uuid */
      id: string;
      lat: number;
      lon: number;
      /** Format: uuid */
      mergedInto: string | null;
      metres: number | null;
      municipality: string;
      name: string;
      plot: {
        [key: string]: unknown;
      } | null;
      postcode?: string | null;
      source: string;
      sourceDate: string;
      town: string;
      types?: (
        'greenhouse' | 'warehouse' | 'auction_box' | 'office' | 'accommodation' | 'yard' | 'vehicle_area'
      )[];
    };
    Gap: {
      first: number;
      last: number;
      /** Format: uuid */
      signer: string;
    };
    Handler: {
      /** Format: uuid */
      member: string;
      name: string;
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
    LineLead: {
      agency: components['schemas']['Agency'];
      name: string;
    };
    ListedBatch: {
      fates: (string | null)[][];
      hash: string;
      n: number;
      scope: string;
      /** Format: uuid */
      signer: string;
    };
    ListedPhoto: {
      /** Format: uuid */
      id: string;
      sha256: string;
      /** Format: uuid */
      signer: string;
    };
    Listing: {
      batches: components['schemas']['ListedBatch'][];
      /** Format: uuid */
      epoch: string;
      photos: components['schemas']['ListedPhoto'][];
      releases: components['schemas']['Signed'][];
    };
    Mandate: {
      law: string;
      until: string | null;
    };
    May: {
      edit: boolean;
      states: ('draft' | 'approved' | 'briefed' | 'active' | 'debriefing' | 'closed')[];
    };
    Merge: {
      /** Format: uuid */
      agency: string;
      at: string;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      into: string;
      /** Format: uuid */
      member: string;
      reason: string;
      /** Format: uuid */
      site: string;
      undone: string | null;
      /** Format: uuid */
      undoneMember: string | null;
      undoneReason: string | null;
    };
    MergePage: {
      after: string | null;
      merges: components['schemas']['Merge'][];
    };
    Missing: {
      /** Format: uuid */
      agency: string | null;
      blocks: boolean;
      checklist: string | null;
      /** @enum {string} */
      code:
        | 'goal'
        | 'legal_basis'
        | 'window'
        | 'targets'
        | 'reason'
        | 'team'
        | 'team_empty'
        | 'agency_waiting'
        | 'agency_no'
        | 'mandate';
      laws: string[];
      /** Format: uuid */
      target: string | null;
      /** Format: uuid */
      team: string | null;
    };
    NewMerge: {
      /** Format: uuid */
      into: string;
      reason: string;
      /** Format: uuid */
      site: string;
    };
    NewSigner: {
      /** Format: uuid */
      id: string;
      key: string;
      nonce: string;
      proof: string;
    };
    NewSite: {
      address: string;
      /** @default false */
      fictitious: boolean;
      lat: number;
      lon: number;
      municipality: string;
      name: string;
      postcode?: string | null;
      town: string;
      types?: (
        'greenhouse' | 'warehouse' | 'auction_box' | 'office' | 'accommodation' | 'yard' | 'vehicle_area'
      )[];
    };
    Nonce: {
      nonce: string;
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
    Pair: {
      reasons: ('building' | 'address' | 'near')[];
      sites: components['schemas']['Site'][];
    };
    PairPage: {
      after: string | null;
      pairs: components['schemas']['Pair'][];
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
    Plan: {
      agencies: components['schemas']['AskedTold'][];
      closedAt: string | null;
      goal: string;
      /** Format: uuid */
      id: string;
      lead: components['schemas']['PlanLead'];
      legalBasis: string;
      may: components['schemas']['May'];
      missing: components['schemas']['Missing'][];
      number: string;
      retentionDays: number;
      /** @enum {string} */
      state: 'draft' | 'approved' | 'briefed' | 'active' | 'debriefing' | 'closed';
      targets: components['schemas']['TargetTold'][];
      teams: components['schemas']['TeamTold'][];
      title: string;
      version: number;
      window: components['schemas']['Span'];
    };
    PlanLead: {
      /** Format: uuid */
      agency: string;
      /** Format: uuid */
      member: string;
      name: string;
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
    ProvingDevice: {
      /** Format: uuid */
      id: string;
      label: string;
      proof?: components['schemas']['DeviceProof'];
    };
    Pull: {
      cursors?: {
        [key: string]: string | null;
      };
      /**
       * Format: uuid
       * @default null
       */
      epoch: string | null;
    };
    PullPage: {
      /** Format: uuid */
      epoch: string;
      lost: string[];
      scopes: {
        [key: string]: components['schemas']['ScopePage'];
      };
      signers: components['schemas']['Signer'][];
    };
    QuestionInput: {
      text: string;
    };
    Reason: {
      reason: string;
    };
    Refusal: {
      at: string;
      by: components['schemas']['Handler'];
      reason: string;
      text: string | null;
    };
    RefusalInput: {
      /** @enum {string} */
      reason: 'no_competence' | 'too_little_evidence' | 'already_handled' | 'duplicate' | 'no_violation';
      /** @default null */
      text: string | null;
    };
    Register: {
      conflict: boolean;
      values: components['schemas']['Value'][];
      withdrawnBy: components['schemas']['Withdrawal'] | null;
    };
    Reply: {
      at: string;
      evidence: string[];
      hash: string | null;
      operation: string;
      /** Format: uuid */
      signer: string;
      text: string | null;
    };
    Result: {
      have?: number;
      problem?: {
        [key: string]: unknown;
      };
      signature?: string;
      text?: string;
    };
    Results: {
      results: components['schemas']['Result'][];
    };
    Scope: {
      /** Format: uuid */
      agency: string | null;
      dataClass: string | null;
      name: string;
    };
    ScopePage: {
      batches: components['schemas']['Signed'][];
      cursor: string;
      entries: components['schemas']['Entry'][];
      from: number;
      gaps: components['schemas']['Gap'][];
      more: boolean;
      releases: components['schemas']['Signed'][];
    };
    Sentence: {
      en: string;
      nl: string;
    };
    ServerKey: {
      key: string;
      kid: string;
    };
    ServerKeys: {
      /** Format: uuid */
      epoch: string;
      keys: components['schemas']['ServerKey'][];
    };
    Session: {
      agency: components['schemas']['Agency'];
      demo: boolean;
      device: components['schemas']['Device'];
      mandates: components['schemas']['Mandate'][];
      member: components['schemas']['SignedInMember'];
      roles: string[];
      serverTime: string;
      until: string;
    };
    ShortSite: {
      name: string;
      town: string | null;
    };
    SignIn: {
      device: components['schemas']['ProvingDevice'];
      /** Format: uuid */
      membership: string;
    };
    Signed: {
      signature: string;
      text: string;
    };
    SignedInMember: {
      /** Format: uuid */
      id: string;
      name: string;
    };
    Signer: {
      end: components['schemas']['Signed'] | null;
      signature: string;
      text: string;
    };
    Site: {
      address: string;
      /** @default false */
      fictitious: boolean;
      /** Format: uuid */
      id: string;
      lat: number;
      lon: number;
      municipality: string;
      name: string;
      plot: {
        [key: string]: unknown;
      } | null;
      postcode?: string | null;
      town: string;
      types?: (
        'greenhouse' | 'warehouse' | 'auction_box' | 'office' | 'accommodation' | 'yard' | 'vehicle_area'
      )[];
    };
    SitePage: {
      after: string | null;
      sites: components['schemas']['FoundSite'][];
    };
    SiteSearch: {
      /** @default null */
      after: string | null;
      /** @default null */
      area: string | null;
      /**
       * Format: uuid
       * @default null
       */
      around: string | null;
      /** @default null */
      bagId: string | null;
      /** @default null */
      box: number[] | null;
      /** @default null */
      drawn: {
        [key: string]: unknown;
      } | null;
      /** @default null */
      kvk: string | null;
      /** @default 50 */
      limit: number;
      /** @default null */
      municipality: string | null;
      /** @default null */
      near: number[] | null;
      /** @default  */
      q: string;
      /** @default null */
      within: number | null;
    };
    Span: {
      from: string;
      until: string;
    };
    StateChange: {
      /** @enum {string} */
      state: 'draft' | 'approved' | 'briefed' | 'active' | 'debriefing' | 'closed';
    };
    TargetFields: {
      /** @default null */
      agencies: string[] | null;
      entryOrder?: string[];
      /**
       * Format: uuid
       * @default null
       */
      id: string | null;
      /**
       * @default chosen
       * @enum {string}
       */
      origin: 'register' | 'recheck' | 'random' | 'signals' | 'area' | 'chosen';
      /** @default  */
      reason: string;
      /** Format: uuid */
      site: string;
      /** @default null */
      slot: components['schemas']['Window'] | null;
      /**
       * Format: uuid
       * @default null
       */
      team: string | null;
      /** @default null */
      warning: string | null;
    };
    TargetTold: {
      agencies: string[] | null;
      /** Format: uuid */
      dossier: string;
      elsewhere: components['schemas']['Elsewhere'][];
      entryOrder: string[];
      /** Format: uuid */
      id: string;
      order: number;
      /** @enum {string} */
      origin: 'register' | 'recheck' | 'random' | 'signals' | 'area' | 'chosen';
      reason: string;
      site: components['schemas']['Site'];
      slot: components['schemas']['Span'] | null;
      /** Format: uuid */
      team: string | null;
      warning: string | null;
    };
    TargetsChange: {
      targets: components['schemas']['TargetFields'][];
    };
    TeamFields: {
      /**
       * Format: uuid
       * @default null
       */
      id: string | null;
      label: string;
      members: components['schemas']['TeamMemberFields'][];
    };
    TeamMemberFields: {
      /** Format: uuid */
      agency: string;
      /** Format: uuid */
      member: string;
      /**
       * @default inspector
       * @enum {string}
       */
      role: 'inspector' | 'team_lead';
    };
    TeamMemberTold: {
      /** Format: uuid */
      agency: string;
      /** Format: uuid */
      member: string;
      name: string;
      /** @enum {string} */
      role: 'inspector' | 'team_lead';
    };
    TeamTold: {
      /** Format: uuid */
      id: string;
      label: string;
      members: components['schemas']['TeamMemberTold'][];
    };
    TeamsChange: {
      teams: components['schemas']['TeamFields'][];
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
    Title: {
      en: string;
      nl: string;
    };
    Today: {
      summary: {
        [key: string]: string;
      };
      visits: number;
    };
    ToldFinding: {
      checklist: string | null;
      confidence: string | null;
      disputed: boolean;
      /** Format: uuid */
      id: string;
      kind: string;
      legalBasis: string | null;
      question: string | null;
      recordedAt: string;
      rule: string | null;
      severity: string;
      title: components['schemas']['Title'];
      version: string | null;
    };
    ToldSite: {
      address: string | null;
      /** Format: uuid */
      id: string | null;
      municipality: string | null;
      name: string;
      town: string | null;
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
    VouchedSigner: {
      signature: string;
      text: string;
    };
    Window: {
      from: unknown;
      until: unknown;
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
