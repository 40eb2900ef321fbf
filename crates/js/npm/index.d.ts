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
  /** The whole text after the fix, if there is one. */
  fixed?: string;
}

export type Kind = "identity" | "trust" | "control" | "session" | "resource";

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

/** What changes from one scenario to another, exactly: first for who opens the consoles, then for who uses the Logstore. */
export function diff(before: Scenario | string, after: Scenario | string, lang?: Lang): Result<Record<string, unknown>[]>;

/** Whether these parties can do any of these; without a question, all that they can do. */
export function whoCan(
  scenario: Scenario | string,
  asked?: { actions?: string[]; resources?: string[] },
  lang?: Lang,
): Result<Record<string, unknown>>;
