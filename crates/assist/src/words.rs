//! The words that stand beside items, and how sure something is.

ramplay_text::labels! {
    stated: "A source says so.", "文档已说明。";
    derived: "This follows from what sources say.", "根据文档推导得出。";
    assumed: "The documentation is silent; this is our reading.", "文档未说明，此处为我们的假设。";
    unknown: "The sources do not tell.", "文档中未找到说明。";
    not_listed: "The catalogues do not list this action. They have those of Flink, Simple Log Service and the connectors.", "目录中没有该操作。目录收录 Flink、日志服务 SLS 与各连接器的操作。";
    nothing_matches: "No action of the catalogues matches this pattern.", "目录中没有与该模式匹配的操作。";
    key_not_listed: "This condition key is in none of our lists; services have keys of their own.", "我们的列表中没有该条件键；各云服务可能有自己的条件键。";
    level_create: "create", "创建";
    level_list: "list", "列出";
    level_get: "get", "读取";
    level_update: "update", "更新";
    level_delete: "delete", "删除";
    level_write: "write", "写入";
    level_none: "none", "无";
    whole_service: "Every action of the service, those that come later too.", "该云服务的全部操作，也包括将来新增的操作。";
    everything: "Every action of every service.", "所有云服务的全部操作。";
    all_resources: "Every resource. Actions without resource-level authorization take effect only on `*`.", "全部资源。不支持资源级授权的操作只有在 `*` 上才生效。";
    from_scenario: "from the scenario", "取自场景";
    text_values: "strings", "字符串";
    number_values: "numbers", "数值";
    date_values: "dates", "日期";
    bool_values: "true or false", "布尔值";
    address_values: "IP addresses", "IP 地址";
    required: "required", "必填";
    optional: "optional", "可选";
    credential: "credential", "凭证";
    table_here: "table of this draft", "此草稿中的表";
    access_key_id: "An AccessKey ID.", "AccessKey ID。";
    access_key_secret: "An AccessKey secret. Write a variable in its place, never the secret itself.", "AccessKey Secret。请填写变量，不要直接填写密钥。";
    security_token: "The security token of a temporary AccessKey pair.", "临时 AccessKey 的安全令牌（STS Token）。";
    credential_user: "The name of a user.", "用户名。";
    credential_password: "A password. Write a variable in its place, never the password itself.", "密码。请填写变量，不要直接填写密码。";
    credential_jaas: "A JAAS configuration, with a password in it. Write the password as a variable.", "JAAS 配置，其中包含密码。密码请使用变量。";
    connector_key: "Says which connector the table has.", "指定表所用的连接器。";
    defined: "It is defined in the scenario.", "场景中已定义该变量。";
    undefined: "It is not among the variables of the scenario.", "场景的变量中没有它。";
}
