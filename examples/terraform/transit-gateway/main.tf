# Two VPCs use the interface endpoints of a third one through a transit gateway, but cannot reach each other.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region     = "us-east-1"
  access_key = "test"
  secret_key = "test"
  endpoints {
    ec2 = "http://localhost:4566"
    sts = "http://localhost:4566"
  }
}

variable "asn" {
  type    = number
  default = 64512
}

variable "team" {
  type    = string
  default = "network"
}

variable "appliance_mode" {
  type    = string
  default = "disable"
}

variable "isolated" {
  type    = string
  default = "10.61.0.0/16"
}

locals {
  networks = { hub = 60, orders = 61, billing = 62 }
  spokes   = ["orders", "billing"]
}

resource "aws_vpc" "all" {
  for_each             = local.networks
  cidr_block           = "10.${each.value}.0.0/16"
  enable_dns_hostnames = true
  tags                 = { Name = each.key, Team = var.team }
}

resource "aws_subnet" "all" {
  for_each          = local.networks
  vpc_id            = aws_vpc.all[each.key].id
  cidr_block        = "10.${each.value}.1.0/24"
  availability_zone = "us-east-1a"
  tags              = { Name = each.key }
}

resource "aws_ec2_transit_gateway" "hub" {
  description                     = "hub"
  amazon_side_asn                 = var.asn
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
  transit_gateway_cidr_blocks     = ["10.99.0.0/24"]
  tags                            = { Name = "hub", Team = var.team }
}

resource "aws_ec2_transit_gateway_vpc_attachment" "all" {
  for_each                                        = local.networks
  transit_gateway_id                              = aws_ec2_transit_gateway.hub.id
  vpc_id                                          = aws_vpc.all[each.key].id
  subnet_ids                                      = [aws_subnet.all[each.key].id]
  appliance_mode_support                          = each.key == "hub" ? var.appliance_mode : "disable"
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  tags                                            = { Name = each.key, Team = var.team }
}

# The spokes know the hub only, and the hub knows the spokes.
resource "aws_ec2_transit_gateway_route_table" "all" {
  for_each           = toset(["hub", "spokes"])
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
  tags               = { Name = each.key, Team = var.team }
}

resource "aws_ec2_transit_gateway_route_table_association" "all" {
  for_each                       = local.networks
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.all[each.key].id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.all[each.key == "hub" ? "hub" : "spokes"].id
}

resource "aws_ec2_transit_gateway_route_table_propagation" "spokes" {
  for_each                       = toset(local.spokes)
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.all[each.key].id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.all["hub"].id
}

resource "aws_ec2_transit_gateway_route" "to_the_hub" {
  destination_cidr_block         = aws_vpc.all["hub"].cidr_block
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.all["hub"].id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.all["spokes"].id
}

resource "aws_ec2_transit_gateway_route" "isolated" {
  destination_cidr_block         = var.isolated
  blackhole                      = true
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.all["spokes"].id
}

resource "aws_route" "through_the_gateway" {
  for_each               = local.networks
  route_table_id         = aws_vpc.all[each.key].main_route_table_id
  destination_cidr_block = each.key == "hub" ? "10.0.0.0/8" : aws_vpc.all["hub"].cidr_block
  transit_gateway_id     = aws_ec2_transit_gateway.hub.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.all]
}

resource "aws_security_group" "endpoints" {
  name   = "endpoints"
  vpc_id = aws_vpc.all["hub"].id

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_vpc_endpoint" "kms" {
  vpc_id             = aws_vpc.all["hub"].id
  vpc_endpoint_type  = "Interface"
  service_name       = "com.amazonaws.us-east-1.kms"
  subnet_ids         = [aws_subnet.all["hub"].id]
  security_group_ids = [aws_security_group.endpoints.id]
}
