# changed.tfvars changes every argument that can change in place, except instance type, user data and volume size: for
# these the provider stops the instance or waits for half a minute.
variable "changed" {
  type    = bool
  default = false
}
