# Every argument that can change in place. changed.tfvars changes all of them.

variable "team" {
  default = "network"
}

variable "retention_in_days" {
  default = 7
}

variable "allowed_actions" {
  default = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups", "logs:DescribeLogStreams"]
}

variable "trusted_service" {
  default = "vpc-flow-logs.amazonaws.com"
}

variable "description" {
  default = "A host of the example"
}
