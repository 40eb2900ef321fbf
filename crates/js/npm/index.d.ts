/** What a caller got wrong is a value; nothing throws. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Problem };

export interface Problem {
  /** Stays the same. */
  code: string;
  message: string;
}

export type Lang = "en" | "zh-CN";

/** A scenario as the playground exports it: an object, or its JSON. */
export type Scenario = { version: 1; logon: string; [field: string]: unknown };

export type Reach = "open" | "provided" | "closed" | "impossible" | "withheld";

export type Verdict =
  | "allow"
  | "explicit_deny"
  | "implicit_deny"
  | "denied"
  | "depends"
  | "not_checked"
  | "withheld"
  | "held"
  | "not_held";

export interface Row {
  id: string;
  title: string;
  verdict: Verdict;
  /** What is missing, or what decided; may be empty. */
  because: string;
}

export interface Answer {
  consoles: { console: "management" | "development"; reach: Reach; sentence: string }[];
  matrix: { method: string; management: Reach; development: Reach }[];
  logstore: Row[];
  management: Row[];
  development: Row[];
}

export interface Finding {
  class: "error" | "security_warning" | "general_warning" | "suggestion";
  code: string;
  message: string;
  help: string;
  /** From 1. */
  line: number;
  /** In characters, from 1. */
  column: number;
  /** The page that states the rule. */
  source: string;
  /** What to replace, in the order of the text; `start` and `end` as for `String.slice`. */
  fix?: { start: number; end: number; text: string }[];
}

export type Kind = "identity" | "trust" | "control" | "session" | "resource";

/** Policies that a question is asked about: a scenario, with both of its parties; a case, with all layers, as `evaluate` reads it;
 * or documents of one kind that stand alone. Also as JSON. */
export type Policies = Scenario | Case | LooseDocument[];

/** Policies where they are attached, and a request, as `ramplay evaluate` reads them. */
export type Case = { policies: object[]; request: { [field: string]: unknown }; [field: string]: unknown };

export interface LooseDocument {
  /** The document, or its text. */
  policy: object | string;
  /** What it is attached as, `identity` if nothing is said. */
  kind?: Kind;
  name?: string;
}

/** Who asks, and under what circumstances, beside what the policies are given with. */
export interface Who {
  /** Only for documents that stand alone: an ARN, or the name of a service. */
  principal?: string;
  /** The account that owns the resource. */
  resource_account?: string;
  /** Condition keys that the request carries. */
  context?: Record<string, string[]>;
}

/** How policies stand to others: `same-access` differs in the kind of denial alone. */
export type Relation = "equivalent" | "same-access" | "wider" | "narrower" | "incomparable" | "undecided";

export type Decision = "allow" | "explicit_deny" | "implicit_deny" | "denied" | "depends";

/** A request of one check. */
export interface Asked {
  action: string;
  resource: string;
  /** An ARN, or the name of a service. */
  principal: string;
  context?: Record<string, string[]>;
}

export interface Statement {
  document: string;
  /** From 0. */
  statement: number;
}

/** Why something is not decided. */
export interface Obstacle {
  code: string;
  says: string;
}

/** A change of answer with a request that shows it. */
export interface Change {
  from: Decision;
  to: Decision;
  says: string;
  /** A request with this change. */
  witness: Asked;
  /** Whether the witness's action is known and checked on such a resource. */
  real: boolean;
  /** A shortest request, where the witness is not one. */
  shortest?: Asked;
}

/** Changes of one kind that the same statements make. */
export interface Group {
  from: Decision;
  to: Decision;
  says: string;
  /** The statements that decide before, and after. */
  before: Statement[];
  after: Statement[];
  /** In words. */
  actions: string;
  resources: string;
  conditions: string[];
  /** How many known actions change, one for each service, in words. */
  counts: string[];
  /** The known actions that change. */
  known: string[];
  example: Asked;
  real: boolean;
}

export interface Difference {
  before: string;
  after: string;
  relation: Relation;
  says: string;
  /** Whether all of it is decided. */
  decided: boolean;
  new_access: boolean;
  lost_access: boolean;
  obstacles?: Obstacle[];
  /** One for each ordered pair of answers. */
  changes: Change[];
  groups: Group[];
  /** Whether the groups are all. */
  groups_complete: boolean;
  /** The work that was done. */
  steps: number;
}

export interface WhoCan {
  /** All that is allowed, if that was asked: a list for each party. */
  lists?: {
    principals: { principal: string; account: string }[];
    grants: Grant[];
    complete: boolean;
    obstacles?: string[];
  }[];
  questions?: {
    /** Of a question that has a name. */
    code?: string;
    question: string;
    /** `perhaps` if unknown policies decide; `no` is proven. */
    answer: "yes" | "perhaps" | "no" | "undecided";
    /** Requests that show it, one for each kind of principal that can. */
    examples: { request: Asked; depends: boolean; real: boolean }[];
    obstacles?: string[];
  }[];
}

/** What the same statements allow. */
export interface Grant {
  answer: Decision;
  statements: Spoken[];
  known: string[];
  counts: string[];
  /** What keeps some requests from being allowed that these statements allow. */
  held_back: ({ deny: Spoken } | { within: string })[];
  /** Whether that is all that holds it back. */
  complete: boolean;
  example: Asked;
}

/** What a statement speaks of, in words. */
export interface Spoken extends Statement {
  actions: string;
  resources: string;
  conditions: string[];
}

export interface Repairs {
  goal: "allow" | "deny";
  before: Decision;
  says: string;
  /** What is asked, one for each check. */
  requests: Asked[];
  /** Those that change least else first. */
  repairs: Repair[];
  /** Whether there are more ways than are listed. */
  more: boolean;
}

export interface Repair {
  /** What is changed, one after the other. */
  steps: RepairStep[];
  /** What becomes of the documents. */
  documents: EditedDocument[];
  /** Whether it is proven that nothing else changes. */
  exact: boolean;
  /** Whether everything that else changes was found. */
  decided: boolean;
  /** What else changes, in one sentence. */
  says: string;
  /** Whether the request is decided so under any conditions; absent: not decided. */
  unconditional?: boolean;
  /** What else changes for the principal. */
  beyond: Extra;
  /** What changes for others, where the document binds them. */
  others?: Extra;
  /** What unknown policies must still do; each way is enough. */
  needs?: { layer: string; must: "allow" | "not_deny" }[][];
}

export interface RepairStep {
  document: string;
  layer: "control" | "session" | "identity" | "resource" | "trust";
  code: string;
  /** The change as an order, in words. */
  says: string;
  /** Of a system policy: its body is not documented, and ours is a reading of its description. */
  assumed?: boolean;
}

export interface EditedDocument {
  document: string;
  /** Whether it was not there before. */
  new: boolean;
  /** The whole text; absent: no longer attached, or a system policy. */
  text?: string;
  /** What is replaced in the text before, in bytes, and with what. */
  edit?: { start: number; end: number; text: string };
}

/** What else changes. */
export interface Extra {
  relation: Relation;
  groups: Group[];
  groups_complete: boolean;
  obstacles?: Obstacle[];
}

/** The smallest policies for what is needed, beside today's. */
export interface Tight {
  /** As texts. */
  policies: string[];
  /** How they stand to today's. */
  relation: Relation;
  says: string;
  groups: Group[];
  groups_complete: boolean;
  obstacles?: Obstacle[];
  /** What today's policies do not allow. */
  denied_today: Call[];
  /** What stays denied, by policies of other layers. */
  still_denied: Call[];
}

export interface Call {
  action: string;
  resource: string;
}

/** Parts of policies that change no answer. */
export interface Dead {
  /** Each can be taken out alone. */
  parts: DeadPart[];
  /** The texts without those that can be taken out together; without a text nothing is left, and the policy can be detached. */
  fixed: { document: string; text?: string }[];
  /** Parts of which it is not decided. */
  undecided: DeadPart[];
}

export interface DeadPart {
  document: string;
  /** From 0. */
  statement: number;
  what: "statement" | "action" | "resource" | "condition" | "value";
  /** From 1. */
  line: number;
  /** In characters, from 1. */
  column: number;
  /** In bytes of the text: first and one past the last. */
  span: [number, number];
  /** As it is written; of a statement, nothing. */
  text?: string;
  /** Whether it can be taken out together with the others that can. */
  together: boolean;
  says: string;
  /** The text without this part alone. */
  without?: string;
}

export interface Denials {
  denials: Denial[];
  /** What of the text cannot be used. */
  problems: { says: string; help: string; line?: number }[];
}

export interface Denial {
  request: Asked;
  explained: "explained" | "other-reason" | "not-explained" | "depends";
  says: string;
  /** What settled it. */
  because: string | null;
  /** What would allow it, where policies deny it. */
  repairs?: Repairs;
}

/** Waits for the program; in browsers `source` says where it is, if it does not lie beside the script. */
export function ready(source?: string | URL | Request | Response | BufferSource | WebAssembly.Module): Promise<void>;

/** The verdicts of a scenario. */
export function answer(scenario: Scenario | string, lang?: Lang): Result<Answer>;

/** The decision on a case, as `ramplay evaluate` reads and writes them: policies where they are attached, and a request. */
export function evaluate(policyCase: object | string, lang?: Lang): Result<Record<string, unknown>>;

/** What is wrong with a policy, or could be better. */
export function check(document: string, kind?: Kind, lang?: Lang): Result<Finding[]>;

/** What stands behind the `#` of a link. Secrets are refused, unless they are to be masked. */
export function encodeLink(scenario: Scenario | string, options?: { mask?: boolean; pseudonyms?: boolean }): Result<string>;

/** The scenario of a link, or of what stands behind its `#`. */
export function decodeLink(link: string): Result<Scenario>;

/** What changes from one set of policies to another, exactly. Of scenarios first for who opens the consoles, then for who uses the
 * Logstore; else there is one. */
export function diff(before: Policies | string, after: Policies | string, lang?: Lang): Result<Difference[]>;

/** Whether anybody can do any of these, patterns as policies write them, or what has a name; without a question, all that is allowed. */
export function whoCan(
  policies: Policies | string,
  asked?: { actions?: string[]; resources?: string[]; who?: Who } | { named: "all" | "escalations"; who?: Who },
  lang?: Lang,
): Result<WhoCan>;

/** The smallest changes that allow a denied request, or deny an allowed one: of a case its own, of a scenario also a `row` of its answer. */
export function repair(
  policies: Policies | string,
  asked?: ({ action: string; resource: string } | { row: string } | {}) & {
    /** `allow` if nothing is said. */
    to?: "allow" | "deny";
    /** Most repairs that are compared. */
    most?: number;
    /** Whether system policies may be attached. */
    system?: boolean;
    who?: Who;
  },
  lang?: Lang,
): Result<Repairs>;

/** The smallest readable policies for what is needed. */
export function tighten(
  policies: Policies | string,
  needed: {
    /** One a line: `log:GetCursorOrData acs:log:*:*:project/web/* acs:SourceIp=10.0.0.1`. */
    calls?: string;
    /** Of a scenario: ids of rows of the table of the Logstore. */
    capabilities?: string[];
    /** Of a scenario: whether what its Flink SQL drafts need is needed. */
    jobs?: boolean;
    /** Of a scenario: whether what its assertions say to be allowed on the project is needed. */
    assertions?: boolean;
    who?: Who;
  },
  lang?: Lang,
): Result<Tight>;

/** The parts of policies that change no answer, over all of them together. */
export function dead(policies: Policies | string, lang?: Lang): Result<Dead>;

/** What a service denied, in whatever wrapping it was said; whether the policies explain it, and what would allow it. */
export function explainDenial(
  policies: Policies | string,
  text: string | object,
  asked?: {
    /** Where the text does not name it. */
    resource?: string;
    /** Most repairs that are compared. */
    most?: number;
    who?: Who;
  },
  lang?: Lang,
): Result<Denials>;
