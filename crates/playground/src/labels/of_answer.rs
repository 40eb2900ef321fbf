//! The words that a scenario and its answer are shown with. A frame in another page shows no more, and loads none of the
//! page's other words.

ramplay_text::labels! {
    tagline: "RAM policy playground for Realtime Compute for Apache Flink", "实时计算 Flink 版 RAM 权限策略演练场";
    logon_method: "Logon method", "登录方式";
    account: "Account that owns the workspace", "工作空间所属账号";
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
    project_account: "Account of the project, if another", "Project 所属账号(如不同)";
    project: "Project", "Project";
    logstore: "Logstore", "Logstore";
    consumer_group: "Consumer group", "消费组";
    reader: "Who reads and writes it", "由谁读写";
    source_ip: "Source IP address", "源 IP 地址";
    source_vpc: "Source VPC", "源 VPC";
    time: "Time (ISO 8601)", "时间(ISO 8601)";
    resource_group: "Resource group of the resources", "资源所属的资源组";
    policies: "Policies", "权限策略";
    policy: "Policy", "策略";
    not_used: "not used by this logon method", "此登录方式不使用";
    implied: "comes with this logon method", "随此登录方式自带";
    show_text: "Show the text", "查看内容";
    error: "error", "错误";
    warning: "warning", "警告";
    management: "Management Console", "管理控制台";
    development: "Development Console", "开发控制台";
    all_methods: "All logon methods", "全部登录方式";
    operation: "Operation", "操作";
    permission: "Permission", "权限";
    capability: "On the Logstore", "在 Logstore 上";
    on: "on", "资源";
    applies: "applies", "适用";
    does_not_apply: "does not apply", "不适用";
    not_read: "no statement", "没有语句";
    assumptions: "This rests on assumptions", "此结论基于以下假设";
    assumed_bodies: "Text of a system policy that is our reading of its description, or not known", "系统策略内容为根据描述推定，或未知";
    allow: "allowed", "允许";
    explicit_deny: "explicitly denied", "显式拒绝";
    implicit_deny: "implicitly denied", "隐式拒绝";
    denied: "denied", "拒绝";
    depends: "depends on unknown policies", "取决于未知的策略";
    not_given: "not known", "未知";
    not_checked: "needs no permission", "无需权限";
    withheld: "no verdict", "无结论";
    held: "held", "拥有";
    not_held: "not held", "没有";
    job_needs: "What a Flink job needs", "Flink 作业所需";
    outcome: "Missing, or decided by", "缺少的权限或依据";
}
