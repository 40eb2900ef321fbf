//! The words of the page that are no sentences about a scenario: titles, captions, buttons.

use ramplay_text::Lang;

macro_rules! labels {
    ($($name:ident: $en:literal, $zh:literal;)*) => {
        /// The page's fixed words in one language.
        #[derive(Debug)]
        #[expect(missing_docs, reason = "each field is its own text")]
        pub struct Labels {
            $(pub $name: &'static str,)*
        }

        static EN: Labels = Labels { $($name: $en,)* };
        static ZH: Labels = Labels { $($name: $zh,)* };
    };
}

/// The page's fixed words.
pub fn labels(lang: Lang) -> &'static Labels {
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}

labels! {
    tagline: "RAM policy playground for Realtime Compute for Apache Flink", "实时计算 Flink 版 RAM 权限策略演练场";
    nothing_leaves: "Nothing you enter leaves this browser.", "您输入的内容不会离开此浏览器。";
    skip_to_answer: "Skip to the answer", "跳到结果";
    scenario: "Scenario", "场景";
    answer: "Answer", "结果";
    example_note: "This is the example: the guide's read-only template for one Logstore, filled in. Replace the policies with your own.", "这是示例：授权说明中单个 Logstore 的只读模板(已填好名称)。请替换为您自己的权限策略。";
    reset: "Back to the example", "恢复示例";
    language: "Language", "语言";
    logon: "How the person logs on", "登录方式";
    logon_method: "Logon method", "登录方式";
    seen_as: "The consoles see", "控制台识别的身份";
    identities: "Accounts and names", "账号与名称";
    account: "Account that owns the workspace", "工作空间所属账号";
    member_account: "Member account (owns the workspace)", "成员账号(拥有工作空间)";
    other_account: "Other account", "其他账号";
    management_account: "Management account", "管理账号";
    user: "RAM user", "RAM 用户";
    role: "RAM role", "RAM 角色";
    member_role: "Role in the member", "成员中的角色";
    access_configuration: "Access configuration", "访问配置";
    job_user: "RAM user of the Flink job", "Flink 作业的 RAM 用户";
    region: "Region", "地域";
    instance: "Workspace ID", "工作空间 ID";
    namespace: "Namespace", "项目空间(Namespace)";
    workspace: "Workspace", "工作空间";
    project_account: "Account of the project, if another", "Project 所属账号(如不同)";
    project: "Project", "Project";
    logstore: "Logstore", "Logstore";
    metricstore: "Metricstore", "Metricstore";
    store_kind: "Kind of store", "存储类型";
    consumer_group: "Consumer group", "消费组";
    reader: "Who reads and writes it", "由谁读写";
    reader_principal: "The identity above", "上述身份";
    reader_job: "The job's own RAM user", "作业专用的 RAM 用户";
    member: "Role in the namespace", "项目空间角色";
    member_none: "not a member", "非成员";
    member_custom: "custom role", "自定义角色";
    custom_name: "Name of the custom role", "自定义角色名称";
    directory: "Place in the Resource Directory", "在资源目录中的位置";
    directory_help: "From Root down to the member. Control policies are attached to a node below.", "从 Root 到成员。管控策略绑定到下面的节点。";
    add_folder: "Add a folder", "添加资源夹";
    circumstances: "Circumstances of the request", "请求上下文";
    source_ip: "Source IP address", "源 IP 地址";
    source_vpc: "Source VPC", "源 VPC";
    time: "Time (ISO 8601)", "时间(ISO 8601)";
    resource_group: "Resource group of the resources", "资源所属的资源组";
    mfa: "MFA used", "使用 MFA";
    tls: "HTTPS used", "使用 HTTPS";
    sent_true: "yes", "是";
    sent_false: "no", "否";
    not_sent: "not sent", "不携带";
    more_keys: "Tags and other condition keys", "标签及其他条件键";
    key: "Condition key", "条件键";
    value: "Value", "值";
    add_key: "Add a key", "添加条件键";
    policies: "Policies", "权限策略";
    policy: "Policy", "策略";
    policy_name: "Name", "名称";
    attached_to: "Attached", "绑定到";
    paste_policy: "Add a policy", "添加策略";
    add_system: "Add a system policy…", "添加系统策略…";
    add_template: "Add a template…", "添加模板…";
    remove: "Remove", "删除";
    undo: "Undo", "撤销";
    removed: "Removed", "已删除";
    not_used: "not used by this logon method", "此登录方式不使用";
    implied: "comes with this logon method", "随此登录方式自带";
    body_exact: "body as documented", "内容与文档一致";
    body_assumed: "body assumed", "内容为推定";
    body_unknown: "body not documented", "内容未公开";
    show_text: "Show the text", "查看内容";
    editor_label: "Policy text", "策略内容";
    fix: "Fix", "修复";
    findings: "Findings", "检查结果";
    replace: "Apply", "应用";
    recognised: "Recognised", "识别结果";
    use_it: "Use this policy", "使用此策略";
    line: "line", "行";
    column: "column", "列";
    error: "error", "错误";
    warning: "warning", "警告";
    errors: "Errors", "错误";
    management: "Management Console", "管理控制台";
    development: "Development Console", "开发控制台";
    next_step: "To get access", "获取访问权限";
    to_whom: "To whom", "授权对象";
    what: "What", "授予内容";
    where_: "Where", "操作位置";
    by_whom: "By whom", "操作人";
    how: "How", "方式";
    before: "Before that", "前提条件";
    operations: "operations", "项操作";
    permissions: "permissions", "项权限";
    capabilities: "capabilities", "项能力";
    of: "of", "/";
    all_methods: "All logon methods", "全部登录方式";
    matrix_caption: "The same policies, if the person logged on otherwise. Choose a row to switch.", "相同策略在其他登录方式下的结果。选择一行即可切换。";
    operation: "Operation", "操作";
    permission: "Permission", "权限";
    capability: "On the Logstore", "在 Logstore 上";
    verdict: "Verdict", "结论";
    missing: "Missing", "缺少";
    why: "Why?", "为什么？";
    facts: "Facts and sources", "事实与来源";
    status: "Status", "状态";
    source: "Source", "来源";
    undated: "undated", "未注明日期";
    statement: "statement", "语句";
    on: "on", "资源";
    applies: "applies", "适用";
    does_not_apply: "does not apply", "不适用";
    not_read: "no statement", "没有语句";
    as_ram_reports: "As RAM's own denial report says it", "以 RAM 拒绝报告的字段表示";
    assumptions: "This rests on assumptions", "此结论基于以下假设";
    assumed_bodies: "Text of a system policy that is our reading of its description, or not known", "系统策略内容为根据描述推定，或未知";
    doubtful: "doubtful", "存疑";
    allow: "allowed", "允许";
    explicit_deny: "explicitly denied", "显式拒绝";
    implicit_deny: "implicitly denied", "隐式拒绝";
    denied: "denied", "拒绝";
    depends: "depends on unknown policies", "取决于未知的策略";
    not_given: "not known", "未知";
    unknown_layers: "Policies I cannot see", "我看不到的策略";
    unknown_help: "Tick what may exist beside the policies above: the answer then says what holds whatever they say, and what it depends on.", "勾选除上述策略外可能存在的策略：结果会说明无论其内容如何都成立的结论，以及取决于它们的部分。";
    not_checked: "needs no permission", "无需权限";
    withheld: "no verdict", "无结论";
    held: "held", "拥有";
    not_held: "not held", "没有";
    stored_unreadable: "What was stored in this browser could not be read, so the example is shown. Your text is kept below.", "此浏览器中保存的内容无法读取，已显示示例。您的文本保留在下方。";
    not_stored: "This browser does not let the page store anything: after a reload your input is gone. Copy what you need.", "此浏览器不允许页面保存数据：刷新后输入将丢失。请自行复制所需内容。";
    dismiss: "Dismiss", "关闭";
    system_policies: "System policies", "系统策略";
    custom_rules: "Custom roles", "自定义角色";
    rules: "Rules", "规则";
    contradictions: "Where sources disagree", "来源不一致之处";
    unknowns: "Not known", "未知";
    taken: "used here", "此处采用";
    action: "Action", "操作(Action)";
    resource: "Resource", "资源";
    logon_facts: "Logon methods and consoles", "登录方式与控制台";
    earlier: "Earlier role tables", "早期的角色权限表";
    catalogue_actions: "Actions", "操作列表";
    opening_note: "Derived: no page says which actions opening the console takes. Taken here: DescribeVvpInstances and DescribeVvpNamespaces.", "推导：没有页面说明打开控制台需要哪些操作。此处采用 DescribeVvpInstances 和 DescribeVvpNamespaces。";
    membership_note: "Membership is separate from RAM policies: full access in RAM does not open a namespace.", "项目空间成员与 RAM 策略相互独立:RAM 的全部权限也不能打开项目空间。";
    loading_facts: "Loading", "加载中";
    version: "Version", "版本";
    management_short: "Manage", "管理";
    development_short: "Develop", "开发";
    consume_short: "Consume", "消费";
    write_short: "Write", "写入";
    authorization: "Authorization", "授权";
    job_needs: "What a Flink job needs", "Flink 作业所需";
    denied_by: "denied by", "拒绝依据";
    allowed_by: "by", "依据";
    outcome: "Missing, or decided by", "缺少的权限或依据";
    sls_actions: "Actions of Simple Log Service", "日志服务的操作";
    development_actions: "Actions of the Development Console API", "开发控制台 API 的操作";
    other_actions: "Other stream actions", "其他 stream 操作";
    not_loaded: "This part could not be loaded. Reload the page to try again.", "这部分无法加载，请刷新页面重试。";
    management_tab: "Management", "管理控制台";
    development_tab: "Development", "开发控制台";
    replaced: "The example replaced what you had.", "示例已替换原有内容。";
    facts_tab: "Facts", "事实";
}
