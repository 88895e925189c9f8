# Every argument that can change in place. changed.tfvars changes all of them.

variable "team" {
  default = "network"
}

variable "dns_hostnames" {
  default = true
}

variable "private_dns" {
  default = true
}

variable "port" {
  default = 443
}

variable "allowed_actions" {
  default = ["*"]
}
