// What is measured, in the form of RAM: policies, requests, and what every engine must answer.

const statement = (Action, Resource) => ({ Effect: "Allow", Action, Resource });
const policy = (statements) => JSON.stringify({ Version: "1", Statement: statements });

const ARN = "acs:log:cn-hangzhou:1000000000000001:project";
const LOGSTORE = "acs:log:*:*:project/web-project/logstore";

/** The request that is timed. */
const asked = { action: "log:GetCursorOrData", resource: `${ARN}/web-project/logstore/access-log` };

/** The read-only template of the guide "Secure access best practices", filled in. */
export const example = {
  name: "example",
  documents: [
    policy([
      statement("log:ListProject", "acs:log:*:*:project/*"),
      statement("log:List*", `${LOGSTORE}/*`),
      statement(["log:Get*", "log:List*"], `${LOGSTORE}/access-log`),
    ]),
  ],
  ...asked,
  from_text: true,
  // Asked before anything is timed: engines that answer differently cannot be compared.
  probes: [
    { ...asked, allowed: true },
    { ...asked, action: "log:DeleteLogStore", allowed: false },
    { ...asked, resource: `${ARN}/web-project/logstore/audit-log`, allowed: false },
    { action: "log:ListShards", resource: `${ARN}/web-project/logstore/audit-log`, allowed: true },
    { action: "log:ListProject", resource: `${ARN}/another-project`, allowed: true },
  ],
};

/** Statements that all match the action, of which only the last matches the resource. */
export function statements(count) {
  const all = Array.from({ length: count }, (_, index) =>
    statement(["log:Get*", "log:List*"], `${LOGSTORE}/${index < count - 1 ? `log-${index}` : "access-log"}`),
  );
  // In documents of 100 statements: a single one of 1,000 would be longer than RAM and this engine read.
  const documents = [];
  for (let at = 0; at < count; at += 100) documents.push(policy(all.slice(at, at + 100)));
  return {
    name: `${count} statements`,
    documents,
    ...asked,
    from_text: false,
    probes: [
      { ...asked, allowed: true },
      { ...asked, resource: `${ARN}/web-project/logstore/none`, allowed: false },
    ],
  };
}

/** Patterns that cost the most to find not to match. */
export const hostile = [
  { name: "20 stars", pattern: `${"*a".repeat(20)}c`, text: `${"a".repeat(9_999)}b` },
  { name: "half the text", pattern: `*${"a".repeat(5_000)}c`, text: `${"a".repeat(9_999)}b` },
];

/** The statements of a workload, for engines that want them in another form. */
export function statementsOf({ documents }) {
  const list = (one) => [one].flat();
  return documents
    .flatMap((text) => JSON.parse(text).Statement)
    .map(({ Action, Resource }) => ({ actions: list(Action), resources: list(Resource) }));
}

/** A Flink SQL draft: tables of Simple Log Service, each with a consumer group of its own, and what reads them. */
export function draft(tables) {
  const one = (table) => `-- the table number ${table}
CREATE TEMPORARY TABLE IF NOT EXISTS source_${table} (
  id BIGINT,
  \`name\` STRING COMMENT 'a name',
  price DECIMAL(10, 2),
  tags MAP<STRING, ARRAY<STRING>>,
  ts TIMESTAMP(3) METADATA FROM 'timestamp' VIRTUAL,
  WATERMARK FOR ts AS ts - INTERVAL '5' SECOND
) WITH (
  'connector' = 'sls',
  'endPoint' = 'cn-hangzhou-intranet.log.aliyuncs.com',
  'project' = 'project-${table}',
  'logStore' = 'logstore-${table}',
  'accessId' = '\${secret_values.id_${table}}',
  'accessKey' = '\${secret_values.key_${table}}',
  'consumerGroup' = 'group',
  'batchGetSize' = '10'
);
INSERT INTO p
SELECT s.id FROM source_${table} AS s;
`;
  const sink = "CREATE TEMPORARY TABLE p (id BIGINT) WITH ('connector' = 'print');\n";
  return sink + Array.from({ length: tables }, (_, table) => one(table)).join("");
}
