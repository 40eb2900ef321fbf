//! The fixed words of the dialog.

ramplay_text::labels! {
    lead: "All of the scenario is in the link itself, behind the #. Nothing is sent or stored anywhere, and whoever has the link can read all of it.", "整个场景都在链接 # 之后的部分中，不会发送或保存到任何地方；持有链接的人可读取全部内容。";
    title: "Title, for those who open it", "标题（打开链接的人可见）";
    accounts: "Replace account ids by others", "将账号 ID 替换为占位符";
    pseudonyms: "Replace all names, too, the same everywhere", "将所有名称也统一替换为化名";
    replaced: "What was replaced", "替换列表";
    kind: "Name", "原名称";
    by: "In the link", "链接中";
    inside: "What is in the link", "链接包含的内容";
    refused: "There is no link yet: what is secret never gets into one.", "尚未生成链接：链接中绝不会包含密钥。";
    mask: "Mask it in the link", "在链接中遮盖";
    disable: "A key that others may have seen should be disabled.", "如密钥可能已被他人看到，请停用该密钥。";
    masked: "What was secret is masked in the link; your scenario stays as it is.", "链接中的密钥已遮盖，您的场景保持不变。";
    link: "Link", "链接";
    characters: "{count} characters: {advice}", "{count} 个字符：{advice}";
    to_address: "Put it into the address bar", "放入地址栏";
    in_address: "It is in the address bar, until you edit the scenario.", "已放入地址栏；编辑场景后将移除。";
    markdown: "Markdown", "Markdown";
    verdicts: "Markdown with the verdicts", "含结论的 Markdown";
    qr: "QR code", "二维码";
    qr_alt: "QR code of the link", "链接的二维码";
    qr_too_long: "The link is too long for a QR code.", "链接过长，无法生成二维码。";
    embed: "Tag for another page", "嵌入代码";
    embed_lead: "The tag shows the scenario in another page. What is inside of it is read without JavaScript.", "该标签可在其他网页中显示此场景；不支持 JavaScript 时会显示标签内的表格。";
    show: "Show", "显示";
    show_editor: "Policies", "权限策略";
    show_matrix: "All logon methods", "所有登录方式";
    show_logstore: "Logstore", "Logstore";
    theme: "Theme", "主题";
    system: "As the reader has it", "跟随读者系统";
    light: "Light", "浅色";
    dark: "Dark", "深色";
    height: "Height in pixels; empty: as high as needed", "高度（像素）；留空则自动";
    readonly: "Readers cannot edit", "读者不可编辑";
    file: "Save as a file", "另存为文件";
    copy: "Copy", "复制";
    copied: "Copied", "已复制";
    selected: "Selected: copy it with the keyboard", "已选中：请用键盘复制";
}
