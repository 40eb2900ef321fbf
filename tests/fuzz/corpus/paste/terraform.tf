resource "alicloud_ram_policy" "readers" {
  policy_name = "readers"
  policy_document = <<EOF
{"Version":"1","Statement":[{"Effect":"Allow","Action":["log:Get*","log:List*"],"Resource":"acs:log:*:*:project/p/*"}]}
EOF
}
resource "alicloud_ram_policy" "b" {
  policy_document = jsonencode({
    Version = "1"
    Statement = [{ Effect = "Allow", Action = ["log:*"], Resource = "*" }]
  })
}
