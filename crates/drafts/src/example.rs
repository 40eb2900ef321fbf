//! A draft to begin with.

use ramplay_playground::Scenario;

use crate::edit::Edit;

/// The variables that the guide "Manage permissions for secure access to Flink SQL jobs" has a person create.
const VARIABLES: &str = "slslak\nslsaks\n";

/// What adds the draft of the guide "Manage permissions for secure access to Flink SQL jobs", with the names of the scenario. That it
/// uses `slsak` where `slslak` was created is the guide's own slip.
pub fn guide(scenario: &Scenario) -> [Edit; 2] {
    let store = &scenario.logstore;
    let (region, project, logstore) = (&store.region, &store.project, &store.name);
    let text = format!(
        "CREATE TEMPORARY TABLE sls_input (
  `time` BIGINT,
  url STRING,
  dt STRING,
  float_field FLOAT,
  double_field DOUBLE,
  boolean_field BOOLEAN
) WITH (
  'connector' = 'sls',
  'endpoint' = '{region}-intranet.log.aliyuncs.com',
  'accessId' = '${{secret_values.slsak}}',
  'accessKey' = '${{secret_values.slsaks}}',
  'starttime' = '2024-08-30 15:39:00',
  'project' = '{project}',
  'batchGetSize' = '10',
  'logstore' = '{logstore}'
);

CREATE TEMPORARY TABLE print_sink (
  `time` BIGINT,
  url STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO print_sink
SELECT `time`, url FROM sls_input;
"
    );
    [Edit::AddDraft { name: "sls-to-print".to_owned(), text }, Edit::SetVariables(VARIABLES.to_owned())]
}
