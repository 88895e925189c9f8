# Every argument that can change in place. changed.tfvars changes all of them.

variable "team" {
  default = "orders"
}

variable "audiences" {
  default = ["sts.amazonaws.com"]
}

variable "thumbprints" {
  default = ["6938fd4d98bab03faadb97b34396831e3780aea1"]
}

variable "branch" {
  default = "main"
}

variable "sign_in_path" {
  default = "/saml/sso"
}

variable "minimum_password_length" {
  default = 14
}

variable "max_password_age" {
  default = 90
}

variable "password_reuse_prevention" {
  default = 5
}

variable "path" {
  default = "/"
}

variable "status" {
  default = "Active"
}

variable "description" {
  default = "Scales the example"
}
