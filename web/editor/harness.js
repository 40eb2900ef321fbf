// Attaches editors with a host that knows a few words, and keeps what the host hears for the tests.
import { attach, calm, contextAt, formatText } from "./build/editor.js";

const POLICY = `{
  "Version": "1",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["log:Get*", "log:ListProject", "log:PostLogStoreLog"],
      "Resource": "acs:log:*:*:project/web-project/logstore/access-log"
    },
    {
      "Effect": "Deny",
      "Action": "log:Delete*",
      "Resource": "*",
      "Condition": { "IpAddress": { "acs:SourceIp": ["203.0.113.0/24"] } }
    }
  ]
}
`;

const DRAFT = `-- What the web servers say, as it comes.
CREATE TEMPORARY TABLE logs (
  line STRING,
  ts TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) WITH (
  'connector' = 'sls',
  'accessId' = '\${secret_values.sls_id}',
  'accessKey' = 'not-a-real-secret'
);

INSERT INTO archive SELECT line, COUNT(*) FROM logs GROUP BY line;
`;

const SOURCE = "https://www.alibabacloud.com/help/en/ram/";
const ACTIONS = [
  { label: "log:GetProject", detail: "Read", info: "Queries a project.", type: "action", source: SOURCE },
  { label: "log:GetLogStore", detail: "Read", info: "Queries a Logstore.", type: "action", source: SOURCE },
  {
    label: "log:PostLogStoreLogs",
    detail: "Write",
    info: "Writes logs to a Logstore.",
    type: "action",
    source: SOURCE,
  },
];
const ELEMENTS = [
  { label: "Effect", info: "`Allow` or `Deny`.", type: "element", value: '"|"' },
  { label: "Action", info: "What is allowed or denied.", type: "element", value: '[\n  "|"\n]' },
  { label: "Condition", info: "When the statement applies.", type: "element", value: "{|}" },
];
const OFFERS = {
  action: ACTIONS,
  element: ELEMENTS,
  value: [{ label: "Allow" }, { label: "Deny" }],
  "option-key": [
    { label: "project", detail: "Required" },
    { label: "logStore", detail: "Required" },
  ],
  "option-value": [{ label: "sls", detail: "Simple Log Service" }],
};

const heard = { carets: [], fixes: [], inputs: [], contexts: [], events: [] };

const host = {
  async complete(text, offset, context) {
    heard.contexts.push(context);
    return OFFERS[context.kind] ?? [];
  },
  async hover(text, offset) {
    const from = text.lastIndexOf('"', offset - 1) + 1;
    const word = text.slice(from, text.indexOf('"', offset));
    const known =
      ACTIONS.find(({ label }) => label === word) ??
      (word === "log:ListProject" ? { info: "Lists `projects`." } : undefined);
    return known ? { from, to: from + word.length, title: word, text: known.info, source: SOURCE } : null;
  },
  onCaret: (offset) => heard.carets.push(offset),
  onFix: (id) => heard.fixes.push(id),
};

const options = { policy: { ...host, language: "ram" }, draft: { ...host, language: "sql" } };
const handles = {};
for (const [id, text] of Object.entries({ policy: POLICY, draft: DRAFT })) {
  const textarea = document.getElementById(id);
  textarea.value = text;
  for (const type of ["input", "change", "select", "focus", "blur"]) {
    textarea.addEventListener(type, (event) => {
      heard.events.push(type);
      if (type === "input") heard.inputs.push([event.inputType, textarea.value]);
    });
  }
}

function start(id, more = {}) {
  handles[id] = attach(document.getElementById(id), { ...options[id], ...more });
  return handles[id];
}

function toggle() {
  const policy = document.getElementById("policy");
  if (policy.style.display === "none") handles.policy.detach();
  else start("policy");
}

/** What the page would say of the two texts. */
function mark() {
  const of = (text, word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length });
  const policy = document.getElementById("policy").value;
  handles.policy.setMarks([
    {
      ...of(policy, "log:PostLogStoreLog"),
      class: "error",
      message: "There is no operation `log:PostLogStoreLog`",
      help: "The nearest one is `log:PostLogStoreLogs`.",
      code: "action-misspelt",
      source: SOURCE,
      fixes: [{ id: "fix-1", label: "Write log:PostLogStoreLogs" }],
    },
    { ...of(policy, "log:Get*"), class: "suggestion", message: "`log:Get*` covers 31 operations" },
    { ...of(policy, '"*"'), class: "security", message: "This applies to <b>every</b> resource" },
    { ...of(policy, "203.0.113.0/24"), class: "warning", message: "This range is kept for documentation" },
  ]);
  const statement = policy.indexOf('{\n      "Effect": "Allow"');
  const second = policy.indexOf('{\n      "Effect": "Deny"');
  const end = (from) => policy.indexOf("\n    }", from) + 6;
  handles.policy.setDeciding([{ start: statement, end: end(statement), effect: "Allow" }]);
  handles.policy.setCoverage([{ start: second, end: end(second) }]);
}

document.getElementById("toggle").addEventListener("click", toggle);
Object.assign(window, { attach, calm, contextAt, formatText, handles, heard, mark, start });
const asked = new URLSearchParams(location.search);
if (!asked.has("plain")) {
  start("policy", { lang: asked.get("lang") ?? "en" });
  start("draft", { lang: asked.get("lang") ?? "en" });
}
if (asked.has("marks")) mark();
document.documentElement.dataset.ready = "yes";
